package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tributary.run.FanOut;

/** What every {@link FanOut} promises; extend it in a test class to check yours. */
public abstract class FanOutContract {

    private static final int MANY = 1_000;

    /** A contract to be extended. */
    protected FanOutContract() {}

    /** The fan-out under test; the same or another at each call. */
    protected abstract FanOut fanOut();

    /** Results stand where their tasks stood, however long each took. */
    @Test
    public final void run_manyTasks_givesResultsInTheOrderOfTasks() throws InterruptedException, ExecutionException {
        List<Callable<Integer>> tasks = IntStream.range(0, MANY)
                .<Callable<Integer>>mapToObj(i -> () -> spin(i))
                .toList();

        assertThat(fanOut().run(tasks))
                .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
    }

    // Later tasks are shorter, so that they overtake the earlier ones where they can.
    private static int spin(int number) {
        for (int i = number; i < MANY; i++) {
            Thread.onSpinWait();
        }
        return number;
    }

    /** No task is left out, and none is called twice. */
    @Test
    public final void run_manyTasks_callsEachOnce() throws InterruptedException, ExecutionException {
        AtomicIntegerArray calls = new AtomicIntegerArray(MANY);
        List<Callable<Integer>> tasks = IntStream.range(0, MANY)
                .<Callable<Integer>>mapToObj(i -> () -> calls.incrementAndGet(i))
                .toList();
        fanOut().run(tasks);

        assertThat(IntStream.range(0, MANY).map(calls::get)).containsOnly(1);
    }

    /** No task gives no result. */
    @Test
    public final void run_noTask_givesAnEmptyList() throws InterruptedException, ExecutionException {
        assertThat(fanOut().<Integer>run(List.of())).isEmpty();
    }

    /** A task that throws is told of when all others have ended. */
    @Test
    public final void run_aTaskThrows_isThrownAfterAllHaveEnded() {
        AtomicInteger ended = new AtomicInteger();
        IllegalStateException failure = new IllegalStateException("on purpose");
        List<Callable<Integer>> tasks = IntStream.range(0, 50)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    if (i == 3) {
                        throw failure;
                    }
                    return ended.incrementAndGet();
                })
                .toList();
        FanOut fanOut = fanOut();

        assertThatThrownBy(() -> fanOut.run(tasks))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("on purpose");
        assertThat(ended).hasValue(49);
    }

    /** An Error of a task is told of in the same way, and harms no later call. */
    @Test
    public final void run_aTaskThrowsAnError_laterCallsWork() throws InterruptedException, ExecutionException {
        FanOut fanOut = fanOut();
        Callable<Integer> broken = () -> {
            throw new StackOverflowError("on purpose");
        };

        assertThatThrownBy(() -> fanOut.run(List.of(broken))).isInstanceOf(ExecutionException.class);
        assertThat(fanOut.run(List.<Callable<Integer>>of(() -> 1))).containsExactly(1);
    }

    /** Several callers do not wait for each other's results, and each gets its own. */
    @Test
    public final void run_calledConcurrently_keepsResultsApart() throws InterruptedException, ExecutionException {
        FanOut fanOut = fanOut();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Integer>>> results = IntStream.range(0, 4)
                    .mapToObj(caller -> callers.submit(() -> fanOut.run(numbered(caller * 100))))
                    .toList();
            for (int caller = 0; caller < 4; caller++) {
                int first = caller * 100;
                assertThat(results.get(caller).get())
                        .containsExactlyElementsOf(
                                IntStream.range(first, first + 100).boxed().toList());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static List<Callable<Integer>> numbered(int first) {
        return IntStream.range(first, first + 100)
                .<Callable<Integer>>mapToObj(i -> () -> i)
                .toList();
    }

    /** A caller that is interrupted interrupts its tasks, waits for those that run, and calls none that has not begun. */
    @Test
    public final void run_interrupted_interruptsItsTasksAndWaitsForThem() throws InterruptedException {
        FanOut fanOut = fanOut();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger open = new AtomicInteger();
        AtomicInteger interrupted = new AtomicInteger();
        Callable<Integer> waits = () -> {
            open.incrementAndGet();
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                return 0;
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            } finally {
                open.decrementAndGet();
            }
        };
        AtomicInteger openAtEnd = new AtomicInteger(-1);
        Thread caller = new Thread(() -> {
            try {
                fanOut.run(List.of(waits, waits));
            } catch (InterruptedException e) {
                openAtEnd.set(open.get());
            } catch (ExecutionException e) {
                openAtEnd.set(-2);
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();

        assertThat(openAtEnd).hasValue(0);
        assertThat(interrupted.get()).isPositive();
    }
}
