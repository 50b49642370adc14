package org.tributary.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a runner treats one step: what is no setting of the step itself.
 *
 * @param retries how often a failed attempt is repeated, 0 or more; 2 retries equal 3 attempts; 0 by default
 * @param backoff the longest wait before the first retry, doubled before each further one up to an hour; each wait is between
 *     half of that and the whole, at random, so that steps that failed together do not come back together; 1 s by default
 * @param timeout the longest an attempt may take; none by default
 * @param cached whether the value may come from the cache and is stored there; true by default
 * @param maxAge how long after its creation a stored value is used; for ever by default
 * @param keyParts texts that are part of the step's key, such as the version of a service; none by default
 * @param export the folder that the value is written to after the run; none by default
 */
public record StepOptions(
        int retries,
        Duration backoff,
        Optional<Duration> timeout,
        boolean cached,
        Optional<Duration> maxAge,
        List<String> keyParts,
        Optional<Path> export) {

    private static final StepOptions DEFAULTS = new StepOptions(
            0, Duration.ofSeconds(1), Optional.empty(), true, Optional.empty(), List.of(), Optional.empty());

    /** Checks ranges and copies. */
    public StepOptions {
        if (retries < 0) {
            throw new IllegalArgumentException("retries must be 0 or more, not " + retries);
        }
        requirePositive("backoff", backoff);
        timeout.ifPresent(value -> requirePositive("timeout", value));
        maxAge.ifPresent(value -> requirePositive("maxAge", value));
        keyParts = List.copyOf(keyParts);
        Objects.requireNonNull(export, "export");
    }

    /** One attempt without time limit, cached for ever, not exported. */
    public static StepOptions defaults() {
        return DEFAULTS;
    }

    /** The same, repeating a failed attempt. */
    public StepOptions withRetries(int value, Duration firstWait) {
        return new StepOptions(value, firstWait, timeout, cached, maxAge, keyParts, export);
    }

    /** The same with a time limit for each attempt. */
    public StepOptions withTimeout(Duration value) {
        return new StepOptions(retries, backoff, Optional.of(value), cached, maxAge, keyParts, export);
    }

    /** The same, computed in each run and never stored. */
    public StepOptions uncached() {
        return new StepOptions(retries, backoff, timeout, false, maxAge, keyParts, export);
    }

    /** The same, computed again once the stored value is older. */
    public StepOptions withMaxAge(Duration value) {
        return new StepOptions(retries, backoff, timeout, cached, Optional.of(value), keyParts, export);
    }

    /** The same with one more text in the step's key. */
    public StepOptions withKeyPart(String part) {
        List<String> parts = new ArrayList<>(keyParts);
        parts.add(part);
        return new StepOptions(retries, backoff, timeout, cached, maxAge, parts, export);
    }

    /** The same, written to a folder after the run; relative paths are relative to the working directory. */
    public StepOptions withExport(Path folder) {
        return new StepOptions(retries, backoff, timeout, cached, maxAge, keyParts, Optional.of(folder));
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than 0, not " + value);
        }
    }
}
