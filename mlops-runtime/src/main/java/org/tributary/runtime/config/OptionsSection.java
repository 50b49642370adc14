package org.tributary.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.StepOptions;

/** The key {@code options} of a step: how a runner treats it. */
record OptionsSection(
        @Setting(doc = "How often a failed attempt is repeated.", min = 0)
        int retries,

        @Setting(doc = "The wait before the first retry, doubled before each further one.")
        Duration backoff,

        @Setting(doc = "The longest an attempt may take.") Optional<Duration> timeout,

        @Setting(doc = "Whether the value may come from the cache and is stored there.")
        boolean cache,

        @Setting(doc = "How long after its creation a stored value is used.")
        Optional<Duration> maxAge,

        @Setting(doc = "Texts that are part of the step's key, such as the version of a service.")
        List<String> keyParts) {

    /** Checks as the options of the api do. */
    OptionsSection {
        new StepOptions(retries, backoff, timeout, cache, maxAge, keyParts, Optional.empty());
    }

    /** The defaults of {@link StepOptions}. */
    public static OptionsSection defaults() {
        StepOptions options = StepOptions.defaults();
        return new OptionsSection(
                options.retries(),
                options.backoff(),
                options.timeout(),
                options.cached(),
                options.maxAge(),
                options.keyParts());
    }

    StepOptions toOptions(@Nullable Path export) {
        return new StepOptions(retries, backoff, timeout, cache, maxAge, keyParts, Optional.ofNullable(export));
    }
}
