package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.steps.evaluate.Evaluation;
import org.tributary.steps.model.TrainedModel;
import org.tributary.steps.prepare.Prepared;
import org.tributary.testkit.PipelineTester;
import org.tributary.testkit.TestedRun;

/** What is learnt depends on the training part alone. Each run has a cache of its own, so that nothing is merely reused. */
final class LeakageTest {

    private static final String MEASURED = ",[0-9.]+,[0-9.]+,([0-9]+),([0-9]+),(MALE|FEMALE|NA),";

    @TempDir
    private Path folder;

    @Test
    void testPart_withOtherValues_leavesPreparationAndModelAsTheyWere() throws IOException {
        TestedRun<Evaluation> known = run("known", line -> line);

        TestedRun<Evaluation> other = run("other", LeakageTest::strange);

        assertThat(other.value().accuracy())
                .as("judged by other rows")
                .isLessThan(known.value().accuracy());
        assertThat(preparation(other)).isEqualTo(preparation(known));
        assertThat(other.value("train", TrainedModel.class).preparation().toJson())
                .isEqualTo(
                        known.value("train", TrainedModel.class).preparation().toJson());
        for (String file : List.of("model.tribuo", "preparation.json", "profile.json")) {
            assertThat(exported("other", file)).as(file).isEqualTo(exported("known", file));
        }
    }

    @Test
    void trainingPart_withAnotherValue_givesAnotherModel() throws IOException {
        run("known", line -> line);

        List<String> lines = Penguins.linesWithPart();
        lines.set(1, lines.get(1).replace(",3750,", ",3760,"));
        run("other", lines);

        assertThat(exported("other", "model.tribuo")).isNotEqualTo(exported("known", "model.tribuo"));
        assertThat(exported("other", "preparation.json")).isNotEqualTo(exported("known", "preparation.json"));
    }

    /** Another island, other and heavier measurements, of the same types. */
    private static String strange(String line) {
        return line.replaceAll(",(Biscoe|Dream|Torgersen),", ",Atlantis,").replaceAll(MEASURED, ",1.5,99.5,$2,$1,$3,");
    }

    private TestedRun<Evaluation> run(String name, UnaryOperator<String> change) {
        List<String> lines = new ArrayList<>(Penguins.linesWithPart());
        lines.replaceAll(line -> line.endsWith(",test") ? change.apply(line) : line);
        return run(name, lines);
    }

    private TestedRun<Evaluation> run(String name, List<String> lines) {
        Path place = folder.resolve(name);
        Path csv = Penguins.write(place, lines);
        return PipelineTester.in(place.resolve("store"))
                .run(Penguins.dividedBy("Part", csv)
                        .withExport(place.resolve("model"))
                        .pipeline())
                .assertSucceeded()
                .assertRan("prepare", "train");
    }

    private static Object preparation(TestedRun<Evaluation> run) {
        return run.value("prepare", Prepared.class).preparation();
    }

    private byte[] exported(String name, String file) throws IOException {
        return Files.readAllBytes(folder.resolve(Path.of(name, "model", file)));
    }
}
