package org.tributary.runtime.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when an entry counts as in use, told by the time of its last change.
 *
 * <p>Whoever uses an entry marks it if the last mark is older than a sixth of {@code grace}; whoever collects lets be what
 * was marked less than {@code grace} before it began. So what is used stays for five sixths of it at least.
 *
 * @param clock the time of marks and of collections
 * @param grace how long an entry is let be
 */
record Freshness(Clock clock, Duration grace) {
    private static final int MARKS = 6;

    /** With the clock of the system: an hour, and so a mark at most each ten minutes. */
    static Freshness standard() {
        return new Freshness(Clock.systemUTC(), Duration.ofHours(1));
    }

    Instant now() {
        return clock.instant();
    }

    /** What was marked before must be marked again when it is used. */
    boolean isMarkDue(Instant modified) {
        return modified.isBefore(now().minus(grace.dividedBy(MARKS)));
    }
}
