package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tributary.run.RunListener;

/** What one run warns of: told to the listeners at once, and kept for the report. Safe for several threads. */
final class Warnings implements Consumer<String> {

    private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

    private final RunListener listener;
    private final List<String> all = new ArrayList<>();

    Warnings(List<RunListener> listeners) {
        // A listener that fails while it is warned is warned about in the report only.
        this.listener = new GuardedListener(listeners, this::add);
    }

    @Override
    public void accept(String message) {
        add(message);
        listener.onWarning(message);
    }

    /** Notes a fault of a tracker, which must not stop the run. */
    void accept(String message, Throwable cause) {
        LOG.debug(message, cause);
        accept(message + ": " + Causes.text(cause));
    }

    synchronized List<String> all() {
        return List.copyOf(all);
    }

    private synchronized void add(String message) {
        all.add(message);
    }
}
