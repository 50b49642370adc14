package org.tributary.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A clock that stands still until a test moves it, with a nanosecond ticker that moves along.
 *
 * <p>Clocks made by {@link #withZone} share its time. <b>Threads:</b> safe for several threads.
 */
public final class ManualClock extends Clock {

    private final AtomicLong passed;
    private final Instant start;
    private final ZoneId zone;

    private ManualClock(Instant start, ZoneId zone, AtomicLong passed) {
        this.start = start;
        this.zone = zone;
        this.passed = passed;
    }

    /**
     * A clock in UTC.
     *
     * @param start what it shows at first
     */
    public static ManualClock at(Instant start) {
        return new ManualClock(Objects.requireNonNull(start, "start"), ZoneOffset.UTC, new AtomicLong());
    }

    /** A clock in UTC that shows noon of 1 January 2026 at first. */
    public static ManualClock create() {
        return at(Instant.parse("2026-01-01T12:00:00Z"));
    }

    /**
     * Moves the clock and its ticker.
     *
     * @param time how far; 0 or more
     * @throws IllegalArgumentException if it is negative: a ticker never goes back
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the time to advance is 0 or more, not " + time);
        }
        passed.addAndGet(time.toNanos());
    }

    /** The nanoseconds that have passed since the start, for durations. */
    public LongSupplier ticker() {
        return passed::get;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(passed.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ManualClock(start, other, passed);
    }

    @Override
    public String toString() {
        return "ManualClock[" + instant() + "," + zone + "]";
    }
}
