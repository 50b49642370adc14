package org.tributary.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "loss/epoch", "with space", "a.b-c_d:e", "żółw", "漢字", "½²Ⅷ", "٣", ".a", "a..b", "𝒳"})
    void fault_goodName_isNone(String name) {
        assertThat(Names.fault("metric", name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%", "a\tb", "a=b", "a(b)", "🐢", "a\\b", "e\u0301"})
    void fault_badCharacter_isNamed(String name) {
        assertThat(Names.fault("metric", name).orElseThrow())
                .startsWith("[MLFLOW_BAD_NAME] the metric name \"" + name + "\" has the character ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a/", "a//b", "../a", "a/../b", ".", "..", "./a"})
    void fault_noPlainPath_isNamed(String name) {
        assertThat(Names.fault("param", name).orElseThrow()).contains("is no plain path");
    }

    @Test
    void fault_control_isShownAsNumber() {
        assertThat(Names.fault("tag", "a\nb").orElseThrow())
                .isEqualTo(
                        "[MLFLOW_BAD_NAME] the tag name \"a\nb\" has the character U+000a: MLflow takes letters, digits,"
                                + " spaces and _ - . : / only. Rename it.");
    }

    @Test
    void fault_length_countsCodePoints() {
        assertThat(Names.fault("tag", "𝒳".repeat(250))).isEmpty();
        assertThat(Names.fault("tag", "x".repeat(251)).orElseThrow())
                .isEqualTo("[MLFLOW_BAD_NAME] the tag name \"" + "x".repeat(60)
                        + "...\" has 251 characters: MLflow takes" + " 250. Shorten it.");
    }

    @Test
    void checkExperiment_lengths_areMlflows() {
        Names.checkExperiment("x".repeat(256));
        assertThatThrownBy(() -> Names.checkExperiment(" "))
                .hasMessage(
                        "[MLFLOW_BAD_NAME] the experiment name \" \" has 1 characters: MLflow takes 1 to 256, not all"
                                + " blank. Rename it.");
        assertThatThrownBy(() -> Names.checkExperiment("x".repeat(257))).hasMessageContaining("has 257 characters");
    }

    @Test
    void checkDataset_lengths_areMlflows() {
        Names.checkDataset("x".repeat(500));
        assertThatThrownBy(() -> Names.checkDataset(""))
                .hasMessageContaining("has 0 characters: MLflow takes 1 to 500");
        assertThatThrownBy(() -> Names.checkDataset("x".repeat(501))).hasMessageContaining("has 501 characters");
    }

    @Test
    void cut_longText_neverSplitsACodePoint() {
        assertThat(Names.cut("it", "𝒳𝒳𝒳", 2)).isEqualTo("𝒳𝒳");
        assertThat(Names.cut("it", "ab", 2)).isEqualTo("ab");
    }
}
