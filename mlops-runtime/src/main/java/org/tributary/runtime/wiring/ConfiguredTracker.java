package org.tributary.runtime.wiring;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.PipelineException;
import org.tributary.runtime.config.RunConfig;
import org.tributary.tracking.Tracker;

/** Makes the tracker that a configuration names; none without a configuration. */
final class ConfiguredTracker implements Provider<Tracker> {

    private final Extension extension;
    private final Optional<RunConfig> config;

    @Inject
    ConfiguredTracker(Extension extension, Optional<RunConfig> config) {
        this.extension = extension;
        this.config = config;
    }

    @Override
    public Tracker get() {
        return config.map(known -> open(known.tracking().uri())).orElseGet(Tracker::noop);
    }

    private Tracker open(String uri) {
        Map<String, Function<String, Tracker>> schemes = extension.trackers();
        Function<String, Tracker> maker = schemes.get(uri.replaceFirst(":.*", ""));
        if (maker == null) {
            throw new PipelineException("[TRACKING_UNKNOWN_SCHEME] no tracker is registered for \"" + uri
                    + "\": the schemes are " + String.join(", ", new TreeSet<>(schemes.keySet()))
                    + ". Correct tracking.uri, or add the library that knows the scheme, such as mlops-tracking.");
        }
        return maker.apply(uri);
    }
}
