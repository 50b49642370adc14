package org.tributary.runtime.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tributary.pipeline.PipelineException;

/**
 * Which step logs which name in one run: no two steps may log the same, unless they have the same key and so are one computation.
 * Safe for several threads.
 */
final class Claims {

    private record Claim(String owner, String step) {}

    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

    /**
     * Notes that a step logs a name; calling it again for the same owner changes nothing.
     *
     * @param kind what is logged, such as {@code metric}
     * @param owner the key of the step, or its name if it has none
     * @throws PipelineException if another owner logged it before
     */
    void claim(String kind, String name, String owner, String step) {
        Claim first = claims.putIfAbsent(kind + " \"" + name + "\"", new Claim(owner, step));
        if (first != null && !first.owner().equals(owner)) {
            throw new PipelineException("[RUN_DUPLICATE_NAME] steps \"" + first.step() + "\" and \"" + step
                    + "\" both log the " + kind + " \"" + name + "\". Give one of them another name.");
        }
    }

    /** Claims everything that a step logged. */
    void claimAll(StepLog log, String owner, String step) {
        log.metrics().forEach(point -> claim("metric", point.name(), owner, step));
        log.params().keySet().forEach(name -> claim("param", name, owner, step));
        log.tags().keySet().forEach(name -> claim("tag", name, owner, step));
        log.artifacts().keySet().forEach(path -> claim("artifact", path, owner, step));
    }
}
