package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tributary.run.FanOut;

/**
 * Runs the elements of maps on threads of its own, so that they may be more or fewer than the steps that run at once.
 *
 * <p><b>Threads:</b> safe for concurrent calls, which share its threads. <b>Life cycle:</b> its threads are daemons; close it when
 * no run uses it any more, or leave it for the life of the process.
 */
public final class ThreadFanOut implements FanOut, AutoCloseable {

    private final ExecutorService threads;

    private ThreadFanOut(ExecutorService threads) {
        this.threads = threads;
    }

    /**
     * A number of threads.
     *
     * @param count how many elements run at once, 1 or more
     */
    public static ThreadFanOut of(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be 1 or more, not " + count);
        }
        return new ThreadFanOut(Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "tributary-fan-out");
            thread.setDaemon(true);
            return thread;
        }));
    }

    @Override
    public <R> List<R> run(List<? extends Callable<R>> tasks) throws InterruptedException, ExecutionException {
        CountDownLatch left = new CountDownLatch(tasks.size());
        List<Job<R>> jobs = new ArrayList<>(tasks.size());
        tasks.forEach(task -> jobs.add(new Job<>(task, left)));
        jobs.forEach(threads::execute);
        awaitAll(left, jobs);
        List<R> results = new ArrayList<>(jobs.size());
        for (Job<R> job : jobs) {
            results.add(job.result());
        }
        return results;
    }

    private static <R> void awaitAll(CountDownLatch left, List<Job<R>> jobs) throws InterruptedException {
        InterruptedException interrupt = null;
        while (left.getCount() > 0) {
            try {
                left.await();
            } catch (InterruptedException e) {
                interrupt = e;
                jobs.forEach(Job::cancel);
            }
        }
        if (interrupt != null) {
            throw interrupt;
        }
    }

    /** Ends the threads when what was given is done. */
    @Override
    public void close() {
        threads.shutdown();
    }

    /** One task on its way; a Future would not wait for the end of what it cancelled. */
    private static final class Job<R> implements Runnable {

        private final Callable<R> task;
        private final CountDownLatch left;
        private @Nullable Thread thread;
        private boolean cancelled;
        private @Nullable R result;
        private @Nullable Throwable failure;

        Job(Callable<R> task, CountDownLatch left) {
            this.task = task;
            this.left = left;
        }

        @Override
        public void run() {
            try {
                if (begin()) {
                    result = task.call();
                }
            } catch (Throwable e) {
                failure = e;
            } finally {
                end();
            }
        }

        private synchronized boolean begin() {
            thread = Thread.currentThread();
            return !cancelled;
        }

        // An interrupt that came for this task must not hit the next one.
        private synchronized void end() {
            thread = null;
            Thread.interrupted();
            left.countDown();
        }

        synchronized void cancel() {
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        @SuppressWarnings("NullAway") // a task gives what it gives, null too
        R result() throws ExecutionException {
            if (failure != null) {
                throw new ExecutionException(failure);
            }
            return result;
        }
    }
}
