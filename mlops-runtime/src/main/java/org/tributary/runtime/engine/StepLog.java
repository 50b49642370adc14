package org.tributary.runtime.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.tracking.Metric;

/**
 * What a step logged in one attempt; stored with its value and replayed when that comes from the cache.
 *
 * @param metrics points in the order they were logged
 * @param params facts by name
 * @param tags tags by name
 * @param artifacts files by path
 * @param warnings what it warned of
 * @param isNamed whether the step asked for its own name, so that what it gave holds for that name only
 */
record StepLog(
        List<Metric> metrics,
        Map<String, String> params,
        Map<String, String> tags,
        Map<String, ObjectRef> artifacts,
        List<String> warnings,
        boolean isNamed) {

    static final StepLog EMPTY = new StepLog(List.of(), Map.of(), Map.of(), Map.of(), List.of(), false);

    StepLog {
        metrics = List.copyOf(metrics);
        params = Map.copyOf(params);
        tags = Map.copyOf(tags);
        artifacts = Map.copyOf(artifacts);
        warnings = List.copyOf(warnings);
    }

    /** The last point of each metric. */
    Map<String, Double> finals() {
        Map<String, Double> finals = new LinkedHashMap<>();
        metrics.forEach(point -> finals.put(point.name(), point.value()));
        return finals;
    }
}
