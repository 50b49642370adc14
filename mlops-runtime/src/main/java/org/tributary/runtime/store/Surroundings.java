package org.tributary.runtime.store;

import java.time.Clock;
import java.util.function.Predicate;

/**
 * What a store needs from outside.
 *
 * @param files the file system
 * @param owner who writes here
 * @param alive whether another writer of this host still runs
 * @param clock the time that ages of foreign temporary files are measured against
 * @param freshness until when an entry counts as in use
 */
record Surroundings(
        FileOperations files, TempOwner owner, Predicate<TempOwner> alive, Clock clock, Freshness freshness) {
    /** The real ones. */
    static Surroundings real() {
        return new Surroundings(
                new DiskOperations(), TempOwner.current(), TempOwner::isAlive, Clock.systemUTC(), Freshness.standard());
    }

    /** The same with another file system and writer. */
    Surroundings with(FileOperations otherFiles, TempOwner otherOwner) {
        return new Surroundings(otherFiles, otherOwner, alive, clock, freshness);
    }
}
