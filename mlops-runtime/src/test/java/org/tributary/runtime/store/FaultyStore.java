package org.tributary.runtime.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A store of a process that suffers one fault at one file operation; also for tests of other packages.
 *
 * <p>To sweep: run once {@link #counting} and ask {@link #operations}, then run {@link #failing} at 1, 2, ... up to that
 * number, each on a fresh copy of the folder. After a {@linkplain Fault#isDeath death} all further operations throw
 * {@link ProcessKilled}; go on with {@link #nextProcess} or {@link DirectoryStore#open}.
 */
public final class FaultyStore {
    // More than any system gives: the process is dead for whoever opens the folder next.
    private static final long NO_SUCH_PROCESS = 999_999_999L;

    private final FaultyFileOperations operations;

    private FaultyStore(FaultyFileOperations operations) {
        this.operations = operations;
    }

    /** Without a fault; counts. */
    public static FaultyStore counting() {
        return failing(Fault.IO_ERROR, Integer.MAX_VALUE);
    }

    /** With {@code fault} at the first operation from number {@code position} on, counted from 1, that it applies to. */
    public static FaultyStore failing(Fault fault, int position) {
        return new FaultyStore(new FaultyFileOperations(fault, position));
    }

    /** Opens the store, which is where its operations begin to count. */
    public DirectoryStore open(Path root, Consumer<String> warnings) {
        Surroundings real = Surroundings.real();
        TempOwner dying = new TempOwner(real.owner().host(), NO_SUCH_PROCESS, 1);
        return DirectoryStore.open(root, real.with(operations, dying), warnings);
    }

    /** The store of a process that comes later and suffers nothing; forces nothing either, which is fast. */
    public static DirectoryStore nextProcess(Path root, Consumer<String> warnings) {
        Surroundings real = Surroundings.real();
        var faultless = new FaultyFileOperations(Fault.IO_ERROR, Integer.MAX_VALUE);
        return DirectoryStore.open(root, real.with(faultless, real.owner()), warnings);
    }

    /** A faultless store that lets entries be only that long; forces nothing. */
    public static DirectoryStore withGrace(Path root, Duration grace, Consumer<String> warnings) {
        Surroundings real = Surroundings.real();
        var faultless = new FaultyFileOperations(Fault.IO_ERROR, Integer.MAX_VALUE);
        return DirectoryStore.open(
                root,
                new Surroundings(
                        faultless, real.owner(), real.alive(), real.clock(), new Freshness(real.clock(), grace)),
                warnings);
    }

    /** A faultless store to which another process does something right before its operation of that number, counted from 1. */
    public static DirectoryStore interrupted(int number, Path root, Consumer<String> warnings, Runnable deed) {
        return HookedOperations.beforeAny(number, root, warnings, deed::run);
    }

    /** The number of operations so far. */
    public int operations() {
        return operations.count();
    }

    /** Whether the fault has happened. */
    public boolean hasFired() {
        return operations.hasFired();
    }
}
