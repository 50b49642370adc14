package org.tributary.run;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked of one run.
 *
 * <p>A step of a map is named {@code fold/train} for all elements or {@code fold[3]/train} for one.
 *
 * @param force steps that are computed although their value is stored; none by default
 * @param only the steps that are wanted, which run with what they need, the others being left out of the run; all if empty, as by
 *     default; of a map the whole map
 * @param cached whether the cache is read and written at all; true by default
 * @param failFast whether no further step starts once one has failed, where otherwise all that does not need it still runs;
 *     false by default
 * @param checked whether each step is computed, stored or not, and refused if it gives two values for one key or changes its
 *     inputs; one step runs at a time then; false by default
 * @param name the name to show for the run; the pipeline's name by default
 */
public record RunOptions(
        Set<String> force, Set<String> only, boolean cached, boolean failFast, boolean checked, Optional<String> name) {

    private static final RunOptions DEFAULTS = new RunOptions(Set.of(), Set.of(), true, false, false, Optional.empty());

    /** Copies. */
    public RunOptions {
        force = Set.copyOf(force);
        only = Set.copyOf(only);
        Objects.requireNonNull(name, "name");
    }

    /** The cache is used, nothing is forced, every step is wanted, and the run goes on after a failure. */
    public static RunOptions defaults() {
        return DEFAULTS;
    }

    /** The same, computing one more step whatever is stored; its stored entry is replaced, steps below go by the value. */
    public RunOptions withForce(String step) {
        return new RunOptions(with(force, step), only, cached, failFast, checked, name);
    }

    /** The same for one more step and what it needs, leaving out all steps that no such call has named. */
    public RunOptions withOnly(String step) {
        return new RunOptions(force, with(only, step), cached, failFast, checked, name);
    }

    /** The same without reading or writing the cache. */
    public RunOptions withoutCache() {
        return new RunOptions(force, only, false, failFast, checked, name);
    }

    /** The same, starting no further step once one has failed. */
    public RunOptions failingFast() {
        return new RunOptions(force, only, cached, true, checked, name);
    }

    /** The same, computing each step and refusing it if it is not deterministic or changes its inputs. */
    public RunOptions checking() {
        return new RunOptions(force, only, cached, failFast, true, name);
    }

    /** The same under another name. */
    public RunOptions withName(String runName) {
        return new RunOptions(force, only, cached, failFast, checked, Optional.of(runName));
    }

    private static Set<String> with(Set<String> steps, String step) {
        Set<String> more = new TreeSet<>(steps);
        more.add(step);
        return more;
    }
}
