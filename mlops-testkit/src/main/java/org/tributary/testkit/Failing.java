package org.tributary.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;

/**
 * A step that gives its input on, but fails some of its attempts: put it where a pipeline shall fail.
 *
 * <pre>{@code
 * Failing<Table> failing = Failing.first(1);
 * ...
 * var model = clean.then("flaky", failing).then("train", Train.of(...));
 * }</pre>
 *
 * <p>It has no settings and is not cached, so each run asks it again; steps after it are keyed by the value and may still come
 * from the cache. <b>Threads:</b> safe for several threads. <b>State:</b> it counts its attempts over all runs.
 *
 * @param <T> the type of the value
 */
public final class Failing<T> implements Step<T, T> {

    private final IntPredicate fails;
    private final AtomicInteger attempts = new AtomicInteger();

    private Failing(IntPredicate fails) {
        this.fails = fails;
    }

    /** Fails the first attempts and gives its input from then on. */
    public static <T> Failing<T> first(int failures) {
        int count = requireCount("failures", failures);
        return new Failing<>(attempt -> attempt <= count);
    }

    /** Gives its input at the first attempts and fails from then on; {@code after(0)} always fails. */
    public static <T> Failing<T> after(int successes) {
        int count = requireCount("successes", successes);
        return new Failing<>(attempt -> attempt > count);
    }

    /** How often it was tried so far. */
    public int attempts() {
        return attempts.get();
    }

    /**
     * Gives the input back.
     *
     * @throws IllegalStateException at an attempt that shall fail; the message counts the attempts from 1
     */
    @Override
    public T run(T input, StepContext context) {
        int attempt = attempts.incrementAndGet();
        if (fails.test(attempt)) {
            throw new IllegalStateException("attempt " + attempt + " fails on purpose");
        }
        return input;
    }

    private static int requireCount(String what, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(what + " must be 0 or more, not " + count);
        }
        return count;
    }
}
