package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tributary.pipeline.StepOptions;

/** Which options hold for a map and for the steps of its body. */
final class MapOptions {

    private static final StepOptions NONE = StepOptions.defaults();

    private MapOptions() {}

    /** The options of a step within a map: those of the map, unless it has some of its own. */
    static StepOptions inherited(StepOptions own, Optional<StepOptions> map) {
        return map.isPresent() && own.equals(NONE) ? withoutExport(map.get()) : own;
    }

    /** What holds for making the list of the results: that takes no time, cannot fail, and depends on them only. */
    static StepOptions gathering(StepOptions map) {
        return new StepOptions(
                0, Duration.ofSeconds(1), Optional.empty(), map.cached(), Optional.empty(), List.of(), map.export());
    }

    private static StepOptions withoutExport(StepOptions map) {
        return new StepOptions(
                map.retries(),
                map.backoff(),
                map.timeout(),
                map.cached(),
                map.maxAge(),
                map.keyParts(),
                Optional.empty());
    }
}
