package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepOrderTest {

    private static BoundStep step(String name, String... from) {
        Place place = new Place("c", 1, 1);
        WrittenStep written = WrittenStep.of(name, place, Map.of());
        List<InputName> inputs = Arrays.stream(from)
                .map(input -> new InputName(input, input, place))
                .toList();
        return new BoundStep(written, null, null, inputs, null);
    }

    private static List<String> sorted(List<BoundStep> steps, Faults faults) {
        return StepOrder.sort(steps, faults).stream().map(BoundStep::name).toList();
    }

    @Test
    void sort_independentSteps_keepsTheWrittenOrder() {
        assertThat(sorted(List.of(step("c"), step("a"), step("b")), new Faults("c")))
                .containsExactly("c", "a", "b");
    }

    @Test
    void sort_laterInput_movesOnlyWhatMustWait() {
        List<BoundStep> steps = List.of(step("a", "d"), step("b"), step("c", "a.part"), step("d"));
        assertThat(sorted(steps, new Faults("c"))).containsExactly("b", "d", "a", "c");
    }

    @Test
    void sort_oneInputTwice_waitsOnce() {
        assertThat(sorted(List.of(step("b", "a", "a.x", "a.y"), step("a")), new Faults("c")))
                .containsExactly("a", "b");
    }

    @Test
    void sort_randomGraphs_putsInputsFirstAndFindsEveryCycle() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<BoundStep> steps = new ArrayList<>();
            int count = 2 + random.nextInt(12);
            boolean cyclic = random.nextInt(3) == 0;
            for (int i = 0; i < count; i++) {
                steps.add(step("s" + i, inputs(i, cyclic ? count : i, random)));
            }
            Collections.shuffle(steps, random);
            check(steps, seed);
        }
    }

    private static String[] inputs(int step, int below, Random random) {
        return random.ints(random.nextInt(3), 0, Math.max(1, below))
                .filter(input -> below > 0 && (below != step || input < step))
                .mapToObj(input -> "s" + input)
                .toArray(String[]::new);
    }

    private static void check(List<BoundStep> steps, long seed) {
        Faults faults = new Faults("c");
        Set<String> done = new HashSet<>();
        for (BoundStep step : StepOrder.sort(steps, faults)) {
            assertThat(done)
                    .as("seed " + seed)
                    .containsAll(step.from().stream().map(InputName::step).toList());
            done.add(step.name());
        }
        assertThat(faults.count() == 0).as("seed " + seed).isEqualTo(done.size() == steps.size());
    }

    @Test
    void sort_longCycle_showsItsBeginningAndEnd() {
        List<BoundStep> steps = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            steps.add(step("s" + i, "s" + (i + 29) % 30));
        }
        Faults faults = new Faults("c");
        assertThat(sorted(steps, faults)).isEmpty();
        assertThatThrownBy(() -> faults.throwIfAny()).hasMessageContaining("s17 -> s18 -> ... -> s0.");
    }
}
