package org.tributary.runtime.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Which results a collection keeps, besides those of the last hour, which it always keeps.
 *
 * @param unusedFor results that no run has looked up or stored for that long go; empty if age does not matter
 * @param maxBytes results go, those unused for the longest time first, until results and objects have no more bytes than
 *     that; empty if size does not matter
 */
public record Retention(Optional<Duration> unusedFor, Optional<Long> maxBytes) {
    /**
     * Checks both components.
     *
     * @throws IllegalArgumentException if one of them is negative
     */
    public Retention {
        if (unusedFor.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("unusedFor must not be negative: " + unusedFor.get());
        }
        if (maxBytes.filter(bytes -> bytes < 0).isPresent()) {
            throw new IllegalArgumentException("maxBytes must not be negative: " + maxBytes.get());
        }
    }

    /** Keeps all results. */
    public static Retention ofAll() {
        return new Retention(Optional.empty(), Optional.empty());
    }

    /** The same, but results unused for that long go. */
    public Retention withUnusedFor(Duration value) {
        return new Retention(Optional.of(value), maxBytes);
    }

    /** The same, but within that many bytes. */
    public Retention withMaxBytes(long value) {
        return new Retention(unusedFor, Optional.of(value));
    }
}
