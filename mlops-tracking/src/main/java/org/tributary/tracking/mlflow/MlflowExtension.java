package org.tributary.tracking.mlflow;

import java.util.Map;
import java.util.function.Function;
import org.tributary.pipeline.Extension;
import org.tributary.tracking.Tracker;

/** Makes MLflow's stores available as trackers by URI: {@code sqlite:mlflow.db}. <b>Threads:</b> immutable. */
public final class MlflowExtension implements Extension {

    /** For {@link java.util.ServiceLoader}. */
    public MlflowExtension() {}

    /** The scheme {@code sqlite}, made by {@link SqliteTracker#of(String)}. */
    @Override
    public Map<String, Function<String, Tracker>> trackers() {
        return Map.of("sqlite", SqliteTracker::of);
    }
}
