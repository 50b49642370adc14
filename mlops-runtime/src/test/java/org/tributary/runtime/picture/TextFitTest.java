package org.tributary.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;

/** Small texts of pictures. */
final class TextFitTest {

    record Tables() implements Source<Map<String, List<long[]>>> {
        @Override
        public Map<String, List<long[]>> run(StepContext context) {
            return Map.of();
        }
    }

    @Test
    void shorten_textThatFits_isUntouched() {
        assertThat(TextFit.shorten("train", 13, 100)).isEqualTo("train");
    }

    @Test
    void shorten_longName_keepsStartAndEndAndFits() {
        String shown = TextFit.shorten("prepare-features-of-the-second-kind-numeric", 13, 150);
        assertThat(shown).startsWith("prepare-").contains("\u2026").endsWith("eric");
        assertThat(TextFit.width(shown, 13)).isLessThanOrEqualTo(150);
    }

    @Test
    void shorten_pairsOfSurrogates_areNeverHalved() {
        String shown = TextFit.shorten("\uD83D\uDC27".repeat(50), 13, 150);
        assertThat(shown.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void shorten_roomForNothing_isTheEllipsis() {
        assertThat(TextFit.shorten("train", 13, 1)).isEqualTo("\u2026");
    }

    @Test
    void width_letterWithAccent_isThatOfTheLetter() {
        assertThat(TextFit.width("\u00e9\u015f\u0131", 10)).isEqualTo(TextFit.width("esi", 10));
        assertThat(TextFit.isSure("\u00e9\u015f\u0131 \u2192")).isTrue();
        assertThat(TextFit.isSure("\u8bad")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 ms",
        "9, 9.0 ms",
        "10, 10 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "59400, 59.4 s",
        "59600, 1 min 0 s",
        "3599000, 59 min 59 s",
        "3600000, 1 h 0 min",
        "90061000, 25 h 1 min"
    })
    void time_ofMillis_isAsPeopleReadIt(long millis, String text) {
        assertThat(TimeText.of(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void type_withArguments_isNamedSimply() {
        Pipeline<?> pipeline = Pipeline.define("types", p -> p.add("tables", new Tables()));
        assertThat(pipeline.result().type().map(TypeName::of)).contains("Map<String, List<long[]>>");
    }

    @Test
    void state_ofElements_isTheWorstWithCountsOfAll() {
        StepState state = StepState.of(List.of(
                FixedReport.cached("f[0]/x"),
                FixedReport.ran("f[1]/x", 1_500),
                FixedReport.ran("f[2]/x", 500),
                FixedReport.failed("f[3]/x", "boom")));
        assertThat(state.look()).isEqualTo(StepState.Look.FAILED);
        assertThat(state.text()).isEqualTo("2 RAN, 1 CACHED, 1 FAILED, 2.0 s");
        assertThat(state.notes()).first().isEqualTo("f[3]/x: FAILED, IllegalStateException: boom");
    }
}
