package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Completion.Failure;

/**
 * The threads that work on the steps of one run.
 *
 * <p>A thread that has done a step takes the next one that is ready, so a chain never changes threads. All methods are called
 * under the lock of the run, which the threads take themselves.
 */
final class Crew {

    /** What the threads work on; called under the lock. */
    interface Site {

        /** Begins a step, if it can still be begun. */
        @Nullable
        Turn begin(int step);

        /** A step that was begun is done. */
        void done(StepState state, Completion completion);
    }

    /** A step that a thread has, and what it does with it. */
    record Turn(StepState state, StepWorker worker) {}

    private final Site site;
    private final ThreadPoolExecutor workers;
    private final Optional<FanOutDispatch> fanOut;
    private final ReentrantLock lock;
    private final Condition progress;
    private final Deque<Integer> ready = new ArrayDeque<>();
    private final Deque<Integer> readyToFanOut = new ArrayDeque<>();
    // Threads that were called and have not ended; each of them has a step or is about to look for one.
    private int called;
    private int running;
    private int fanning;
    private boolean stopped;
    private @Nullable Throwable fault;

    Crew(Site site, ThreadPoolExecutor workers, Optional<FanOutDispatch> fanOut, ReentrantLock lock) {
        this.site = site;
        this.workers = workers;
        this.fanOut = fanOut;
        this.lock = lock;
        this.progress = lock.newCondition();
    }

    /** Queues a step; the threads are called by the one who ends its turn, or by {@link #await}. */
    void add(StepPlan step, boolean isOfElement) {
        boolean isFanned = isOfElement && fanOut.isPresent() && step.kind() == StepPlan.Kind.STEP;
        (isFanned ? readyToFanOut : ready).add(step.index());
    }

    /** Begins no further step. */
    void stop() {
        stopped = true;
    }

    /**
     * Waits until nothing is left to do.
     *
     * @throws InterruptedException if the calling thread is interrupted; the threads go on
     */
    void await() throws InterruptedException {
        call();
        while (called + fanning > 0 && fault == null) {
            progress.await();
        }
        throwFault();
    }

    /** Interrupts all threads, and waits a little until they have ended their steps; whoever interrupts again is heard. */
    void interrupt(Duration patience) {
        stop();
        called -= workers.shutdownNow().size();
        fanOut.ifPresent(dispatch -> fanning -= dispatch.waiting().shutdownNow().size());
        long deadline = System.nanoTime() + patience.toNanos();
        while (running > 0 && deadline - System.nanoTime() > 0) {
            try {
                progress.awaitNanos(deadline - System.nanoTime());
            } catch (InterruptedException e) {
                stop();
            }
        }
    }

    // What a thread could not handle is a fault of the engine, and no outcome of a step.
    private void throwFault() {
        if (fault instanceof RuntimeException e) {
            throw e;
        } else if (fault instanceof Error e) {
            throw e;
        }
    }

    private void call() {
        while (!stopped && called < workers.getMaximumPoolSize() && called - running < ready.size()) {
            called++;
            workers.execute(this::work);
        }
        if (!stopped && !readyToFanOut.isEmpty() && fanning < workers.getMaximumPoolSize()) {
            fanning++;
            fanOut.orElseThrow().waiting().execute(this::fanOut);
        }
    }

    private void work() {
        try {
            Turn turn = locked(this::takeOrLeave);
            while (turn != null) {
                Turn mine = turn;
                Completion completion = decide(mine);
                turn = locked(() -> {
                    running--;
                    end(mine, completion);
                    return takeOrLeave();
                });
            }
        } catch (RuntimeException | Error e) {
            locked(() -> {
                fault = e;
                return --called;
            });
        }
    }

    // In one go: a thread that found nothing must not count as one that will look, or a step that comes now is lost.
    private @Nullable Turn takeOrLeave() {
        Turn turn = take();
        if (turn == null) {
            called--;
        }
        return turn;
    }

    private void end(Turn turn, Completion completion) {
        site.done(turn.state(), completion);
        call();
    }

    private @Nullable Turn take() {
        // A step may have interrupted its own thread, which the next one must not suffer.
        Thread.interrupted();
        Turn turn = null;
        while (turn == null && !stopped && !ready.isEmpty()) {
            turn = site.begin(ready.poll());
        }
        if (turn != null) {
            running++;
            call();
        }
        return turn;
    }

    private void fanOut() {
        try {
            for (List<Fanned> batch = takeBatchOrLeave(); !batch.isEmpty(); batch = takeBatchOrLeave()) {
                fanOut(batch);
            }
        } catch (InterruptedException cancelled) {
            locked(() -> --fanning);
        } catch (RuntimeException | Error e) {
            locked(() -> {
                fault = e;
                return --fanning;
            });
        }
    }

    private void fanOut(List<Fanned> batch) throws InterruptedException {
        try {
            fanOut.orElseThrow().fanOut().run(batch);
        } catch (ExecutionException | RuntimeException | Error e) {
            batch.forEach(fanned -> fanned.end(failure(fanned.turn, lost(fanned.turn, e))));
        }
    }

    private List<Fanned> takeBatchOrLeave() {
        List<Fanned> batch = new ArrayList<>();
        locked(() -> {
            while (!stopped && !readyToFanOut.isEmpty()) {
                Turn turn = site.begin(readyToFanOut.poll());
                if (turn != null) {
                    running++;
                    batch.add(new Fanned(turn));
                }
            }
            fanning -= batch.isEmpty() ? 1 : 0;
            return batch;
        });
        return batch;
    }

    private PipelineException lost(Turn turn, Throwable cause) {
        return new PipelineException(
                "[RUN_FAN_OUT_FAILED] step \"" + turn.state().plan().name() + "\" was lost by "
                        + fanOut.orElseThrow().fanOut().getClass().getName() + ": " + cause
                        + ". Run again: finished steps come from the cache.",
                cause);
    }

    /** A step in a batch; ends once, by being done or by being lost. */
    private final class Fanned implements Callable<Boolean> {

        private final Turn turn;
        private boolean ended;

        Fanned(Turn turn) {
            this.turn = turn;
        }

        @Override
        public Boolean call() {
            end(decide(turn));
            return true;
        }

        void end(Completion completion) {
            locked(() -> {
                if (!ended) {
                    ended = true;
                    running--;
                    Crew.this.end(turn, completion);
                }
                return ended;
            });
        }
    }

    private <R> @Nullable R locked(Supplier<@Nullable R> work) {
        lock.lock();
        try {
            R result = work.get();
            progress.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    // A fault of the engine or an Error outside of the step must not leave the run waiting for ever.
    private static Completion decide(Turn turn) {
        try {
            return turn.worker().decide();
        } catch (RuntimeException | Error e) {
            return failure(turn, e);
        }
    }

    private static Failure failure(Turn turn, Throwable cause) {
        String step = turn.state().plan().name();
        return new Failure(new StepOutcome.Failed(step, cause, 0, Duration.ZERO), StepLog.EMPTY, List.of());
    }
}
