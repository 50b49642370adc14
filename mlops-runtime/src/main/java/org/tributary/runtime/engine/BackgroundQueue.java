package org.tributary.runtime.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does work behind the run's back, one piece after the other, in the order it was given.
 *
 * <p>At most 64 pieces wait; then the giver waits. Its thread starts with the first piece and ends with {@link #finish}.
 */
final class BackgroundQueue {

    private static final int WAITING = 64;

    private final ThreadPoolExecutor executor;

    BackgroundQueue(ThreadFactory threads) {
        this.executor = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), threads, BackgroundQueue::waitForRoom);
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
