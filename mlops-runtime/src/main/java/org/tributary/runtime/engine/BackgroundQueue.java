package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does work behind the run's back, one piece after the other, in the order it was given.
 *
 * <p>Its thread starts with the first piece and ends with {@link #finish}.
 */
final class BackgroundQueue {

    private static final int WAITING = 64;
    private static final Duration INTERRUPTED = Duration.ofSeconds(2);

    private final ThreadPoolExecutor executor;

    private BackgroundQueue(ThreadFactory threads, BlockingQueue<Runnable> waiting) {
        this.executor =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, waiting, threads, BackgroundQueue::waitForRoom);
    }

    /** At most 64 pieces wait; then the giver waits. */
    static BackgroundQueue bounded(ThreadFactory threads) {
        return new BackgroundQueue(threads, new ArrayBlockingQueue<>(WAITING));
    }

    /** The giver never waits. */
    static BackgroundQueue unbounded(ThreadFactory threads) {
        return new BackgroundQueue(threads, new LinkedBlockingQueue<>());
    }

    void add(Runnable work) {
        executor.execute(work);
    }

    /** Waits until everything is done, however often the caller is interrupted; the interrupt flag is kept. */
    void finish() {
        executor.shutdown();
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            try {
                done = executor.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until everything is done or the time is up; an interrupt leaves 2 s. Says whether everything was done. */
    boolean finishWithin(Duration most) {
        executor.shutdown();
        long deadline = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        boolean done = false;
        while (!done && deadline - System.nanoTime() > 0) {
            try {
                done = executor.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
                deadline = Math.min(deadline, System.nanoTime() + INTERRUPTED.toNanos());
            }
        }
        executor.shutdownNow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return done;
    }

    private static void waitForRoom(Runnable work, ThreadPoolExecutor executor) {
        boolean interrupted = false;
        boolean added = false;
        while (!added) {
            try {
                executor.getQueue().put(work);
                added = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
