package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tributary.pipeline.Setting;

class SettingsTextTest {
    @Test
    void text_ofNestedRecord_isItsNameFollowedByItsComponents() {
        assertThat(SettingsText.of(new Prepare("Species", new Constant(0))))
                .containsExactly(entry("target", "Species"), entry("impute", "constant"), entry("impute.value", "0"));
    }

    @Test
    void text_ofOptionalRecord_isThatOfTheRecord() {
        assertThat(SettingsText.of(new Maybe(Optional.of(new Constant(1.5)))))
                .containsExactly(entry("impute", "constant"), entry("impute.value", "1.5"));
        assertThat(SettingsText.of(new Maybe(Optional.empty()))).containsExactly(entry("impute", "none"));
    }

    @Test
    void text_ofInlineComponent_standsAtTheStepsLevel() {
        assertThat(SettingsText.of(new Train(new GradientBoosting(50, new Constant(2)), 7)))
                .containsExactly(
                        entry("trainer", "gradient-boosting"),
                        entry("max-rounds", "50"),
                        entry("start", "constant"),
                        entry("start.value", "2"),
                        entry("seed", "7"));
    }

    @Test
    void text_ofRecordsInAList_readsLikeTheConfiguration() {
        assertThat(SettingsText.of(new Holder(List.of(new Trim(), new DropColumns(List.of("Comments", "Region"))))))
                .containsExactly(entry("value", "[trim, {drop-columns: {columns: [Comments, Region]}}]"));
    }

    @ParameterizedTest
    @MethodSource
    void text_ofOneValue_isReadable(@Nullable Object value, String expected) {
        assertThat(SettingsText.of(new Holder(value))).containsExactly(entry("value", expected));
    }

    static Stream<Object[]> text_ofOneValue_isReadable() {
        Supplier<String> lambda = () -> "value";
        return Stream.of(new Object[][] {
            {null, "none"},
            {Optional.empty(), "none"},
            {OptionalInt.of(3), "3"},
            {OptionalInt.empty(), "none"},
            {Optional.of(Optional.of("deep")), "deep"},
            {"a b", "a b"},
            {true, "true"},
            {'c', "c"},
            {3.0, "3"},
            {-0.0, "-0"},
            {2.5f, "2.5"},
            {1e300, "1.0E300"},
            {new BigDecimal("1.0"), "1.0"},
            {Style.MEAN_ABSOLUTE, "mean-absolute"},
            {new int[] {1, 2}, "[1, 2]"},
            {new String[] {}, "[]"},
            {Set.of("b", "a"), "[a, b]"},
            {Map.of("b", 1, "a", 2.0), "{a: 2, b: 1}"},
            {Pattern.compile("a+", Pattern.DOTALL), "a+"},
            {Duration.ofMinutes(5), "PT5M"},
            {Path.of("data", "raw"), "data/raw"},
            {Locale.forLanguageTag("tr-TR"), "tr-TR"},
            {StandardCharsets.UTF_8, "UTF-8"},
            {lambda, "(a lambda)"},
            {new StringBuilder("x"), "(java.lang.StringBuilder)"},
            {List.of(Optional.of(1), Optional.empty()), "[1, none]"},
        });
    }

    @ParameterizedTest
    @CsvSource({
        "epochs, epochs",
        "batchSize, batch-size",
        "l2, l2",
        "maxURLLength, max-url-length",
        "useBIC, use-bic",
        "LogisticRegression, logistic-regression",
        "SGD, sgd",
        "F1Score, f1-score",
        "ısı, ısı"
    })
    void kebabCase_ofName_isLowerWithHyphens(String name, String expected) {
        assertThat(KebabCase.of(name)).isEqualTo(expected);
    }

    @Test
    void kebabCase_inTurkishLocale_isTheSame() {
        Locale kept = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(KebabCase.of("TITLEInfo")).isEqualTo("title-info");
            assertThat(KebabCase.ofConstant("MISSING_ID")).isEqualTo("missing-id");
        } finally {
            Locale.setDefault(kept);
        }
    }

    enum Style {
        MEAN_ABSOLUTE
    }

    interface Impute {}

    record Constant(double value) implements Impute {}

    record Prepare(String target, Impute impute) {}

    record Maybe(Optional<Impute> impute) {}

    record GradientBoosting(int maxRounds, Impute start) {}

    record Train(@Setting(inline = true) GradientBoosting trainer, long seed) {}

    record Trim() {}

    record DropColumns(List<String> columns) {}

    record Holder(@Nullable Object value) {}
}
