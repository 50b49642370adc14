package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What waits to be sent to a tracker, so that it goes in one message. Safe for several threads. */
final class Unsent<T> {

    private final List<T> waiting = new ArrayList<>();

    /** Adds behind what waits already; says whether nothing did, so that a message must be asked for. */
    synchronized boolean add(Collection<T> more) {
        boolean first = waiting.isEmpty() && !more.isEmpty();
        waiting.addAll(more);
        return first;
    }

    /** Everything that waits; nothing does then. */
    synchronized List<T> take() {
        List<T> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
