package org.tributary.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the process is asked to end: SIGINT and SIGTERM interrupt the thread that runs it, and the process
 * waits until it has said how it ended, at most three seconds.
 */
final class Signals implements AutoCloseable {

    private static final long MOST_SECONDS = 3;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Signals(Thread runner) {
        this.hook = new Thread(() -> interrupt(runner), "mlops-signal");
    }

    /** From now on signals interrupt the calling thread. */
    static Signals interruptThisThread() {
        Signals signals = new Signals(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(signals.hook);
        return signals;
    }

    private void interrupt(Thread runner) {
        runner.interrupt();
        try {
            ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signals end the process at once again. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has been told.
            Thread.interrupted();
        }
    }
}
