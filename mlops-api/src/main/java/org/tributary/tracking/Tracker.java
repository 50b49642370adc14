package org.tributary.tracking;

import java.util.List;

/**
 * Records runs where people look at them; a facade over MLflow and others.
 *
 * <p>A tracker's trouble is reported and never fails a pipeline, unless it was asked to. <b>Threads:</b> safe for several
 * threads. <b>Life cycle:</b> closed by whoever made it, when its runs have ended.
 */
public interface Tracker extends AutoCloseable {

    /**
     * Starts a run.
     *
     * @param experiment the group of runs, made if it does not exist
     * @param name the name to show for the run
     */
    TrackedRun start(String experiment, String name);

    /**
     * Gets ready for a run that starts soon, such as by opening a connection; does nothing by default. Called from a thread of its
     * own, beside other calls; records nothing and makes nothing, and what it throws is left to {@link #start} to tell.
     */
    default void prepare() {}

    /** Sends what is still to be sent and frees what is held; nothing by default. */
    @Override
    default void close() {}

    /** A tracker that records nothing. */
    static Tracker noop() {
        return NoopTracker.INSTANCE;
    }

    /** A tracker that keeps runs in memory, for tests and for reading them back at once. */
    static InMemoryTracker inMemory() {
        return new InMemoryTracker();
    }

    /** A tracker that passes everything on to several others, in this order. */
    static Tracker composite(Tracker... trackers) {
        return new CompositeTracker(List.of(trackers));
    }
}
