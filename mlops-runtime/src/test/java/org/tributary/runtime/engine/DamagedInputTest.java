package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cache.DamagedValueException;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.engine.Steps.Text;
import org.tributary.tracking.RunStatus;

/** Stored values that turn out to be damaged when a run needs them. */
@Timeout(60)
final class DamagedInputTest {

    @TempDir
    Path folder;

    private Runs runs;

    @BeforeEach
    void prepare() {
        runs = new Runs(folder);
    }

    private static Pipeline<String> line(String last) {
        return Pipeline.define(
                "line",
                p -> p.add("say", new Say("text"), Steps.KEYED)
                        .then("one", new Append("1"))
                        .then("two", new Append("2"))
                        .then("three", new Append(last)));
    }

    @Test
    void input_damaged_computesItsStepAgain() throws IOException {
        runs.run(line("3"));
        runs.events().computed();
        Runs.damage(object("two"));

        RunReport<String> report = runs.run(line("4"));

        assertThat(report.value()).isEqualTo("text124");
        assertThat(Outcome.all(report))
                .containsExactly("say CACHED", "one CACHED", "two RAN[entry damaged]", "three RAN[setting end 3 -> 4]");
        assertThat(report.warnings())
                .hasSize(1)
                .allMatch(text -> text.startsWith(
                        "[CACHE_DAMAGED] the stored value of step \"two\" is damaged and computed again:"
                                + " [STORE_DAMAGED]"));
        assertThat(runs.events().computed()).containsExactly("three", "two");
        assertThat(Outcome.letters(runs.run(line("4")))).isEqualTo("C C C C");
    }

    @Test
    void inputs_damagedTwoLevelsDeep_areComputedAgain() throws IOException {
        runs.run(line("3"));
        runs.events().computed();
        Runs.damage(object("one"));
        Runs.damage(object("two"));

        RunReport<String> report = runs.run(line("4"));

        assertThat(report.value()).isEqualTo("text124");
        assertThat(Outcome.letters(report)).isEqualTo("C R R R");
        assertThat(runs.events().computed()).containsExactly("one", "three", "two");
    }

    @Test
    void everything_damaged_isComputedAgain() throws IOException {
        runs.run(line("3"));
        runs.damageObjects();

        RunReport<String> report = runs.run(line("4"));

        assertThat(report.value()).isEqualTo("text124");
        assertThat(Outcome.letters(report)).isEqualTo("R R R R");
        assertThat(runs.events().finished()).hasSize(8);
    }

    @Test
    void value_damagedAndNeeded_isNoticedByManyTakersOnce() throws IOException {
        Pipeline<String> first = fan("a");
        runs.run(first);
        runs.events().computed();
        Runs.damage(object("one"));

        RunReport<String> report = runs.run(fan("b"));

        assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(runs.events().computed()).filteredOn("one"::equals).hasSize(1);
        assertThat(report.warnings()).hasSize(1);
    }

    private static Pipeline<String> fan(String end) {
        return Pipeline.define("fan", p -> {
            Node<String> one = p.add("say", new Say("text"), Steps.KEYED).then("one", new Append("1"));
            for (int i = 0; i < 50; i++) {
                one.then("taker-" + i, new Append(i + end));
            }
            return one;
        });
    }

    @Test
    void value_damagedAndNeededByNobody_stays() throws IOException {
        runs.run(line("3"));
        Path damaged = object("one");
        Runs.damage(damaged);
        byte[] bytes = Files.readAllBytes(damaged);

        RunReport<String> report = runs.run(line("4"));

        assertThat(Outcome.letters(report)).isEqualTo("C C C R");
        assertThat(report.warnings()).isEmpty();
        assertThat(damaged).hasBinaryContent(bytes);
    }

    @Test
    void value_damagedAfterTheRun_isToldAndMendedByTheNext() throws IOException {
        runs.run(line("3"));
        RunReport<String> report = runs.run(line("3"));
        Runs.damage(object("three"));

        assertThatThrownBy(report::value)
                .isInstanceOf(DamagedValueException.class)
                .hasMessageStartingWith(
                        "[CACHE_DAMAGED_VALUE] the stored value of step \"three\" is damaged: [STORE_DAMAGED]")
                .hasMessageEndingWith("It was set aside; run the pipeline again to compute it anew.");
        assertThat(report.value("two", String.class)).isEqualTo("text12");

        RunReport<String> next = runs.run(line("3"));
        assertThat(Outcome.all(next)).contains("three RAN[entry damaged]");
        assertThat(next.value()).isEqualTo("text123");
    }

    @Test
    void value_thatIsAnotherWhenComputedAgain_keysItsTakersAnew() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Pipeline<String> first = changing(calls, "a");
        runs.run(first);
        Runs.damage(object("changing"));

        RunReport<String> report = runs.run(changing(calls, "b"));

        assertThat(report.value("old", String.class)).isEqualTo("text2old");
        assertThat(report.value("new", String.class)).isEqualTo("text2b");
        assertThat(Outcome.all(report))
                .containsExactly(
                        "say CACHED",
                        "changing RAN[entry damaged]",
                        "old RAN[input changing]",
                        "below RAN[input old]",
                        "new RAN[setting end a -> b, input changing]");
    }

    private static Pipeline<String> changing(AtomicInteger calls, String end) {
        return Pipeline.define("changing", p -> {
            Node<String> changing = p.add("say", new Say("text"), Steps.KEYED)
                    .then("changing", new Text("changing", (text, context) -> text + calls.incrementAndGet()));
            changing.then("old", new Append("old")).then("below", new Append("!"));
            return changing.then("new", new Append(end));
        });
    }

    @Test
    void producer_thatFailsWhenComputedAgain_skipsItsTakers() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        runs.run(failing(calls, "a"));
        Runs.damage(object("failing"));

        RunReport<String> report = runs.run(failing(calls, "b"));

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.steps()).hasSize(5);
        assertThat(Outcome.all(report))
                .contains("failing FAILED[IllegalStateException: call 2]", "new SKIPPED[step \"failing\" failed]");
    }

    private static Pipeline<String> failing(AtomicInteger calls, String end) {
        return Pipeline.define("failing", p -> {
            Node<String> failing = p.add("say", new Say("text"), Steps.KEYED)
                    .then("failing", new Text("failing", (text, context) -> {
                        if (calls.incrementAndGet() > 1) {
                            throw new IllegalStateException("call " + calls);
                        }
                        return text + "1";
                    }));
            failing.then("old", new Append("old")).then("below", new Append("!"));
            return failing.then("new", new Append(end));
        });
    }

    @Test
    void cachedSteps_whoseProducerRunsAgain_areHeardOnce() throws IOException {
        runs.run(line("3"));
        int before = runs.events().finished().size();
        Runs.damage(object("two"));
        runs.run(line("4"));

        List<String> heard = runs.events().finished();
        assertThat(heard.subList(before, heard.size()))
                .containsExactlyInAnyOrder(
                        "say CACHED", "one CACHED", "two RAN[entry damaged]", "three RAN[setting end 3 -> 4]");
    }

    /** The stored object of a step's value, found through what it is computed from. */
    private Path object(String step) throws IOException {
        for (Path result : Runs.files(runs.cache().resolve("v1/results")).values()) {
            byte[] bytes = Files.readAllBytes(result);
            int line = 0;
            while (bytes[line] != '\n') {
                line++;
            }
            StepResult stored = StepResult.fromBytes(Arrays.copyOfRange(bytes, line + 1, bytes.length));
            if (stored.step().equals(step)) {
                return runs.object(stored.output().root().digest());
            }
        }
        throw new AssertionError("no result of " + step);
    }
}
