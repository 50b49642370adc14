package org.tributary.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StepOptionsTest {

    private static final StepOptions DEFAULTS = StepOptions.defaults();

    @Test
    void defaults_areOneCachedAttemptWithoutLimits() {
        assertThat(DEFAULTS)
                .isEqualTo(new StepOptions(
                        0,
                        Duration.ofSeconds(1),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void with_changesOneThingAndKeepsTheRest() {
        StepOptions all = DEFAULTS.withRetries(2, Duration.ofMillis(5))
                .withTimeout(Duration.ofMinutes(1))
                .uncached()
                .withMaxAge(Duration.ofDays(1))
                .withKeyPart("model-api 3")
                .withKeyPart("region eu")
                .withExport(Path.of("models", "penguins"));

        assertThat(all)
                .isEqualTo(new StepOptions(
                        2,
                        Duration.ofMillis(5),
                        Optional.of(Duration.ofMinutes(1)),
                        false,
                        Optional.of(Duration.ofDays(1)),
                        List.of("model-api 3", "region eu"),
                        Optional.of(Path.of("models", "penguins"))));
        assertThat(DEFAULTS.cached()).isTrue();
    }

    @Test
    void keyParts_givenList_isCopied() {
        List<String> given = new ArrayList<>(List.of("a"));
        StepOptions options = new StepOptions(
                0, Duration.ofSeconds(1), Optional.empty(), true, Optional.empty(), given, Optional.empty());
        given.add("b");

        assertThat(options.keyParts()).containsExactly("a");
    }

    @Test
    void values_outOfRange_areNamed() {
        assertRefused(() -> DEFAULTS.withRetries(-1, Duration.ofSeconds(1)), "retries must be 0 or more, not -1");
        assertRefused(() -> DEFAULTS.withRetries(1, Duration.ZERO), "backoff must be longer than 0, not PT0S");
        assertRefused(() -> DEFAULTS.withTimeout(Duration.ofSeconds(-1)), "timeout must be longer than 0, not PT-1S");
        assertRefused(() -> DEFAULTS.withMaxAge(Duration.ZERO), "maxAge must be longer than 0, not PT0S");
    }

    private static void assertRefused(Runnable make, String message) {
        assertThatThrownBy(make::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
