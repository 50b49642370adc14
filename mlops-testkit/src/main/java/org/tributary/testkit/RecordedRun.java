package org.tributary.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;

/**
 * What a tracker recorded of one run, read back for {@link TrackerContract}.
 *
 * @param name the name that the run was started with
 * @param parent the id of the run above; empty if there is none
 * @param params the params by name
 * @param tags the tags by name; a tracker may add tags of its own
 * @param inputs the digests of the data that the run read, by name
 * @param metrics all points, those of one metric in the order they were logged
 * @param artifacts the content of the artifacts by path
 * @param status how the run ended; empty while it goes on
 */
public record RecordedRun(
        String name,
        Optional<String> parent,
        Map<String, String> params,
        Map<String, String> tags,
        Map<String, String> inputs,
        List<Metric> metrics,
        Map<String, byte[]> artifacts,
        Optional<RunStatus> status) {

    /** Copies. */
    public RecordedRun {
        params = Map.copyOf(params);
        tags = Map.copyOf(tags);
        inputs = Map.copyOf(inputs);
        metrics = List.copyOf(metrics);
        artifacts = Map.copyOf(artifacts);
    }
}
