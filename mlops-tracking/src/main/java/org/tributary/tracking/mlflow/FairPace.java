package org.tributary.tracking.mlflow;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Leaves a database unlocked for a quarter of the time, however much is to be written.
 *
 * <p>SQLite has no queue of those who wait for its lock: they look again from time to time. A writer that takes the lock again at
 * once keeps others out for longer than MLflow waits, which is 5 seconds in an upgrade. Not safe for several threads.
 */
final class FairPace {

    private static final long HELD_PER_FREE = 3;

    private final LongSupplier ticker;
    private final LongConsumer sleeper;
    private long locked;
    private long unlocked;
    private long pause;

    /**
     * With its own time.
     *
     * @param ticker gives nanoseconds
     * @param sleeper waits for so many nanoseconds
     */
    FairPace(LongSupplier ticker, LongConsumer sleeper) {
        this.ticker = ticker;
        this.sleeper = sleeper;
    }

    static FairPace system() {
        return new FairPace(System::nanoTime, LockSupport::parkNanos);
    }

    /** Waits before the lock is taken, if it was held lately. */
    void beforeLock() {
        long rest = pause - (ticker.getAsLong() - unlocked);
        if (pause > 0 && rest > 0) {
            sleeper.accept(rest);
        }
    }

    /** The lock was taken. */
    void locked() {
        locked = ticker.getAsLong();
    }

    /** The lock was given back. */
    void unlocked() {
        unlocked = ticker.getAsLong();
        pause = (unlocked - locked) / HELD_PER_FREE;
    }
}
