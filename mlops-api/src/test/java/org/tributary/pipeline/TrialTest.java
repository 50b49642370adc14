package org.tributary.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrialTest {

    @Test
    void with_anotherSetting_sortsByName() {
        Trial trial =
                Trial.of("train.epochs", 50).with("prepare.impute", "median").with("train.rate", 0.1);

        assertThat(trial.settings())
                .containsExactly(
                        Map.entry("prepare.impute", "median"),
                        Map.entry("train.epochs", "50"),
                        Map.entry("train.rate", "0.1"));
    }

    @Test
    void with_theSameSetting_replacesIt() {
        assertThat(Trial.of("train.epochs", 50).with("train.epochs", 7)).isEqualTo(Trial.of("train.epochs", "7"));
    }

    @Test
    void settings_areACopyThatCannotChange() {
        assertThatThrownBy(() -> Trial.of("a.b", 1).settings().put("c", "d"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
