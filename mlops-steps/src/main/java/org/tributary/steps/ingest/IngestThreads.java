package org.tributary.steps.ingest;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Threads that help the calling one with one step; they are started when there is work, and none outlives the step. */
final class IngestThreads implements AutoCloseable {
    private final ExecutorService helpers;
    private final int count;

    private IngestThreads(int count) {
        this.count = count;
        this.helpers = Executors.newFixedThreadPool(Math.max(1, count - 1), IngestThreads::daemon);
    }

    /** As many as there are processors. */
    static IngestThreads ofProcessors() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /** So many, the calling thread among them. */
    static IngestThreads of(int count) {
        return new IngestThreads(count);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ingest");
        thread.setDaemon(true);
        return thread;
    }

    /** How many threads there are, with the calling one. */
    int count() {
        return count;
    }

    /** Runs work on the other threads. */
    ExecutorService helpers() {
        return helpers;
    }

    /** Interrupts what still runs, and waits for it. */
    @Override
    public void close() throws InterruptedException {
        helpers.shutdownNow();
        helpers.awaitTermination(1, TimeUnit.MINUTES);
    }
}
