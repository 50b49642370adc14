package org.tributary.runtime.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tributary.pipeline.PipelineException;

/** Which step logs which name in one run: no two steps may log the same. Safe for several threads. */
final class Claims {

    private final Map<String, String> owners = new ConcurrentHashMap<>();

    /**
     * Notes that a step logs a name; calling it again for the same step changes nothing.
     *
     * @param kind what is logged, such as {@code metric}
     * @throws PipelineException if another step logged it before
     */
    void claim(String kind, String name, String step) {
        String owner = owners.putIfAbsent(kind + " \"" + name + "\"", step);
        if (owner != null && !owner.equals(step)) {
            throw new PipelineException("[RUN_DUPLICATE_NAME] steps \"" + owner + "\" and \"" + step
                    + "\" both log the " + kind + " \"" + name + "\". Give one of them another name.");
        }
    }

    /** Claims everything that a step logged. */
    void claimAll(StepLog log, String step) {
        log.metrics().forEach(point -> claim("metric", point.name(), step));
        log.params().keySet().forEach(name -> claim("param", name, step));
        log.tags().keySet().forEach(name -> claim("tag", name, step));
        log.artifacts().keySet().forEach(path -> claim("artifact", path, step));
    }
}
