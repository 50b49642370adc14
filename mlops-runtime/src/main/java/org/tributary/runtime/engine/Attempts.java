package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepOptions;

/** Runs a step as often as its options allow, each attempt within its time. Safe for several threads. */
final class Attempts {

    /** Waits between attempts; replaced by a clock in tests. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    private static final Duration LAST_CHANCE = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final ThreadFactory threads;
    private final LongSupplier ticker;
    private final Sleeper sleeper;
    private final DoubleSupplier jitter;
    private final Consumer<String> before;

    Attempts(ThreadFactory threads, RunnerSettings settings) {
        this.threads = threads;
        this.ticker = settings.ticker();
        this.sleeper = settings.sleeper();
        this.jitter = settings.jitter();
        this.before = settings.beforeAttempt();
    }

    /** What the last attempt gave or threw. */
    record Ended(
            @Nullable Object value, @Nullable Throwable failure, AttemptContext context, int attempts, Duration time) {}

    /**
     * Runs a step until it gives a value or its attempts are used up.
     *
     * @param contexts gives a fresh context for each attempt
     */
    Ended run(StepPlan step, List<?> inputs, Supplier<AttemptContext> contexts) {
        StepOptions options = step.options();
        Ended ended = attempt(step, inputs, contexts.get(), 1);
        Duration wait = options.backoff();
        while (ended.failure() != null && ended.attempts() <= options.retries() && mayRetry(ended, wait)) {
            wait = doubled(wait);
            ended = attempt(step, inputs, contexts.get(), ended.attempts() + 1);
        }
        return ended;
    }

    private static Duration doubled(Duration wait) {
        return wait.compareTo(LONGEST_WAIT.dividedBy(2)) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }

    private boolean mayRetry(Ended ended, Duration wait) {
        if (ended.failure() instanceof InterruptedException || ended.failure() instanceof Error) {
            return false;
        }
        try {
            sleeper.sleep(Duration.ofNanos((long) (wait.toNanos() * (0.5 + jitter.getAsDouble() / 2))));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // An Error of a step fails the step, not the run: the other branches still finish and are reported.
    private Ended attempt(StepPlan step, List<?> inputs, AttemptContext context, int number) {
        long start = ticker.getAsLong();
        try {
            Object value =
                    step.options().timeout().isPresent() ? timed(step, inputs, context) : call(step, inputs, context);
            checkValue(step, value);
            return new Ended(value, null, context, number, since(start));
        } catch (Throwable e) {
            return new Ended(null, e, context, number, since(start));
        } finally {
            context.close();
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(ticker.getAsLong() - start);
    }

    private Object call(StepPlan step, List<?> inputs, AttemptContext context) throws Exception {
        before.accept(step.name());
        return step.node().call(inputs, context);
    }

    private Object timed(StepPlan step, List<?> inputs, AttemptContext context) throws Throwable {
        Duration timeout = step.options().timeout().orElseThrow();
        FutureTask<Object> task = new FutureTask<>(() -> call(step, inputs, context));
        Thread thread = threads.newThread(task);
        thread.start();
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        } catch (TimeoutException e) {
            throw timedOut(step, timeout, thread, stop(context, thread));
        } catch (InterruptedException e) {
            stop(context, thread);
            throw e;
        }
    }

    /** Interrupts a thread and gives where it was then. */
    private static StackTraceElement[] stop(AttemptContext context, Thread thread) throws InterruptedException {
        StackTraceElement[] stack = thread.getStackTrace();
        context.cancel();
        thread.interrupt();
        thread.join(LAST_CHANCE.toMillis());
        return stack;
    }

    private static PipelineException timedOut(
            StepPlan step, Duration timeout, Thread thread, StackTraceElement[] stack) {
        StringBuilder text = new StringBuilder("[STEP_TIMEOUT] step \"" + step.name() + "\" took longer than " + timeout
                + (thread.isAlive() ? " and ignores its interrupt" : "")
                + ". Raise its timeout, or let it call checkCancelled. It was at:");
        for (StackTraceElement frame : stack) {
            text.append("\n    ").append(frame);
        }
        return new PipelineException(text.toString());
    }

    private static void checkValue(StepPlan step, Object value) {
        if (value == null) {
            throw new PipelineException("[STEP_NULL_OUTPUT] step \"" + step.name() + "\" gave null (added at "
                    + step.node().place() + "). A step must give a value; use Optional or an empty list for nothing.");
        }
        step.node()
                .type()
                .map(OutputTypes::raw)
                .filter(type -> !type.isInstance(value))
                .ifPresent(type -> {
                    throw new PipelineException("[STEP_WRONG_TYPE] step \"" + step.name() + "\" gave a "
                            + value.getClass().getName() + ", but its class promises " + type.getName() + " (added at "
                            + step.node().place() + "). Give a value of that type.");
                });
    }
}
