package org.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ForecastTest {

    private static final Reason EPOCHS = new Reason(Reason.Kind.SETTING, "epochs", "50", "7");

    @Test
    void toString_saysWhatWillHappen() {
        assertThat(Forecast.hit("clean")).hasToString("clean: HIT");
        assertThat(Forecast.miss("train", List.of(EPOCHS, Reason.of(Reason.Kind.CODE, "Train"))))
                .hasToString("train: MISS(setting epochs 50 -> 7, code of Train)");
        assertThat(Forecast.open("evaluate", List.of("train", "split")))
                .hasToString("evaluate: OPEN(after train, split)");
    }

    @Test
    void fold_callsTheFunctionOfTheAnswer() {
        assertThat(kind(Forecast.hit("a"))).isEqualTo("hit a");
        assertThat(kind(Forecast.miss("a", List.of(EPOCHS)))).isEqualTo("miss 1");
        assertThat(kind(Forecast.open("a", List.of("b")))).isEqualTo("open [b]");
    }

    @Test
    void miss_withoutReason_isRefusedInsteadOfBeingAHit() {
        assertThatThrownBy(() -> Forecast.miss("a", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one reason is needed");
        assertThatThrownBy(() -> Forecast.open("a", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one step to wait for is needed");
    }

    @Test
    void forecast_missAndOpenAtOnce_isRefused() {
        assertThatThrownBy(() -> new Forecast("a", List.of(EPOCHS), List.of("b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a forecast is either a miss or open: [setting epochs 50 -> 7], [b]");
    }

    @Test
    void lists_areCopied() {
        List<String> after = new ArrayList<>(List.of("b"));
        Forecast open = Forecast.open("a", after);
        after.clear();

        assertThat(open.after()).containsExactly("b");
    }

    private static String kind(Forecast forecast) {
        return forecast.fold(step -> "hit " + step, reasons -> "miss " + reasons.size(), after -> "open " + after);
    }

    @Test
    void toString_manyReasons_namesTheFirstAndCountsTheOthers() {
        List<Reason> reasons = IntStream.range(0, 200)
                .mapToObj(i -> Reason.of(Reason.Kind.CODE, "class C" + i))
                .toList();

        String first =
                "code of class C0, code of class C1, code of class C2, code of class C3, code of class C4 and 195 more";
        assertThat(Forecast.miss("train", reasons)).hasToString("train: MISS(" + first + ")");
        assertThat(new StepOutcome.Ran("train", reasons, Duration.ZERO, 0).reason())
                .isEqualTo(first);
    }
}
