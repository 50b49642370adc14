package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

final class ManualClockTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final ManualClock clock = ManualClock.at(START);

    @Test
    void instant_untouched_standsStill() {
        assertThat(clock.instant()).isEqualTo(START).isEqualTo(clock.instant());
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(ManualClock.create().instant()).isEqualTo("2026-01-01T12:00:00Z");
    }

    @Test
    void advance_movesClockAndTickerAlike() {
        LongSupplier ticker = clock.ticker();
        clock.advance(Duration.ofSeconds(2));
        clock.advance(Duration.ofNanos(5));

        assertThat(clock.instant()).isEqualTo(START.plusNanos(2_000_000_005));
        assertThat(ticker.getAsLong()).isEqualTo(2_000_000_005);
    }

    @Test
    void advance_backwards_isRefused() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the time to advance is 0 or more, not PT-1S");
    }

    @Test
    void withZone_sharesTheTime() {
        Clock other = clock.withZone(ZoneId.of("Asia/Tokyo"));
        clock.advance(Duration.ofDays(1));

        assertThat(other.instant()).isEqualTo(clock.instant());
        assertThat(other.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(other).hasToString("ManualClock[2026-03-02T00:00:00Z,Asia/Tokyo]");
    }
}
