package org.tributary.runtime.store;

/** Thrown by each file operation of a process that a {@link Fault} has killed; never caught by the store. */
public final class ProcessKilled extends Error {
    private static final long serialVersionUID = 1L;

    ProcessKilled(Fault fault) {
        super("killed by " + fault);
    }
}
