package org.tributary.run;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked of one run.
 *
 * @param force steps that are computed although their value is stored; none by default
 * @param cached whether the cache is read and written at all; true by default
 * @param name the name to show for the run; the pipeline's name by default
 */
public record RunOptions(Set<String> force, boolean cached, Optional<String> name) {

    private static final RunOptions DEFAULTS = new RunOptions(Set.of(), true, Optional.empty());

    /** Copies. */
    public RunOptions {
        force = Set.copyOf(force);
        Objects.requireNonNull(name, "name");
    }

    /** The cache is used and nothing is forced. */
    public static RunOptions defaults() {
        return DEFAULTS;
    }

    /** The same, computing one more step whatever is stored; its stored entry is replaced, steps below go by the value. */
    public RunOptions withForce(String step) {
        Set<String> more = new TreeSet<>(force);
        more.add(step);
        return new RunOptions(more, cached, name);
    }

    /** The same without reading or writing the cache. */
    public RunOptions withoutCache() {
        return new RunOptions(force, false, name);
    }

    /** The same under another name. */
    public RunOptions withName(String runName) {
        return new RunOptions(force, cached, Optional.of(runName));
    }
}
