package org.tributary.tracking;

import java.time.Instant;
import java.util.Objects;

/**
 * One point of a metric's history.
 *
 * @param name such as {@code loss}
 * @param value any double
 * @param step the position in a series; 0 for a final figure
 * @param time when it was logged
 */
public record Metric(String name, double value, long step, Instant time) {

    /** Checks for nulls. */
    public Metric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(time, "time");
    }
}
