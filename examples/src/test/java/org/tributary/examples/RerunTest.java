package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.steps.evaluate.Evaluation;
import org.tributary.testkit.PipelineTester;
import org.tributary.testkit.TestedRun;

/**
 * What an edit of a user's project runs again, from sources to outcomes: the table in {@code docs/concepts/caching.md}.
 *
 * <p>Each run compiles the project and loads its classes anew, with a new runner, on a copy of the store that the first run
 * left. Those that need another process or folder start one.
 */
final class RerunTest {

    private static final List<String> LINES = Penguins.linesWithPart();

    @TempDir
    private static Path home;

    private static Path csv;

    private int runs;
    private Path place;

    @BeforeAll
    static void firstRun() throws Exception {
        csv = Penguins.write(home, LINES);
        Project.original()
                .use(
                        home.resolve("first"),
                        csv,
                        pipeline -> PipelineTester.in(home.resolve("store")).run(pipeline))
                .assertSucceeded()
                .assertRan("ingest", "clean", "select", "split", "prepare", "train", "evaluate");
    }

    @BeforeEach
    void copyStore(@TempDir Path folder) {
        place = folder;
        Penguins.write(home, LINES);
        StoreFiles.copy(home.resolve("store"), folder.resolve("store"));
    }

    @Test
    void nothingChanged_runsNothing() throws Exception {
        run(Project.original()).assertRanExactly();
    }

    @Test
    void epochs_changed_runTrainingAndWhatTakesTheModel() throws Exception {
        run(Project.original().with("Flow", "withEpochs(50)", "withEpochs(7)"))
                .assertRanExactly("train", "evaluate")
                .assertBecause("train", "setting epochs 50 -> 7")
                .assertBecause("evaluate", "input train");
    }

    @Test
    void comments_andMovedLines_runNothing() throws Exception {
        run(Project.original().withEach(source -> source.replace("\n    ", "\n\n    // a remark\n    ")))
                .assertRanExactly();
    }

    @Test
    void helper_changedWithoutEffect_runsItsStepAndStopsThere() throws Exception {
        run(Project.original().with("Rules", "10_000", "9_000"))
                .assertRanExactly("clean")
                .assertBecause("clean", "code of class acme.Rules");
    }

    @Test
    void helper_changedWithEffect_runsOnFromItsStep() throws Exception {
        run(Project.original().with("Rules", "10_000", "4_700"))
                .assertRanExactly("clean", "select", "split", "prepare", "train", "evaluate")
                .assertBecause("clean", "code of class acme.Rules")
                .assertBecause("select", "input clean");
    }

    @Test
    void data_oneByteOfAnUnusedColumn_stopsWhereTheColumnIsLeftOut() throws Exception {
        edit(1, "Not enough blood", "Not enough bloop");

        run(Project.original())
                .assertRanExactly("ingest", "clean", "select")
                .assertBecause("ingest", "data " + csv)
                .assertBecause("select", "input clean");
    }

    @Test
    void data_oneByteOfATrainingRow_runsAll() throws Exception {
        edit(1, ",3750,", ",3760,");

        run(Project.original())
                .assertRanExactly("ingest", "clean", "select", "split", "prepare", "train", "evaluate")
                .assertBecause("ingest", "data " + csv)
                .assertBecause("prepare", "input split.train");
    }

    @Test
    void data_touched_runsNothing() throws Exception {
        Files.setLastModifiedTime(csv, FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));

        run(Project.original()).assertRanExactly();
    }

    @Test
    void data_newTestRow_doesNotTrainAgain() throws Exception {
        List<String> more = new ArrayList<>(LINES);
        more.add(LINES.get(5).replace(",3450,", ",3470,"));
        assertThat(more.get(more.size() - 1)).endsWith(",test").isNotEqualTo(LINES.get(5));
        Penguins.write(home, more);

        run(Project.original())
                .assertRanExactly("ingest", "clean", "select", "split", "evaluate")
                .assertBecause("evaluate", "input split.test");
    }

    @Test
    void impute_anotherEmptyRecord_runsOnFromPrepare() throws Exception {
        run(Project.original().with("Flow", "new Impute.Mean()", "new Impute.Median()"))
                .assertRanExactly("prepare", "train", "evaluate")
                .assertBecause("prepare", "setting impute mean -> median");
    }

    @Test
    void set_withOneElementLess_runsItsStep() throws Exception {
        run(Project.original().with("Flow", "\"Dream\", ", ""))
                .assertRanExactly("clean", "select", "split", "prepare", "train", "evaluate")
                .assertBecause("clean", "setting islands [Biscoe, Dream, Torgersen] -> [Biscoe, Torgersen]");
    }

    @Test
    void step_renamed_runsNothing() throws Exception {
        run(Project.original().with("Flow", ".then(\"train\"", ".then(\"fit\"").with("Flow", "\"clean\"", "\"tidy\""))
                .assertRanExactly();
    }

    @Test
    void step_thatAsksForItsName_renamed_runsAlone() throws Exception {
        run(Project.original().with("Flow", "\"ingest\"", "\"read\"")).assertRanExactly("read");
    }

    @Test
    void step_insertedWithoutEffect_runsAlone() throws Exception {
        run(Project.original()
                        .with(
                                "Flow",
                                "chosen.then(\"split\"",
                                "chosen.then(\"sorted\", Clean.of(Select.columns(\"Species\", \"Island\","
                                        + " \"Culmen Length (mm)\", \"Body Mass (g)\", \"Part\"))).then(\"split\""))
                .assertRanExactly("sorted")
                .assertBecause("sorted", "never ran");
    }

    @Test
    void edit_takenBack_runsNothing() throws Exception {
        run(Project.original().with("Flow", "withEpochs(50)", "withEpochs(7)")).assertRanExactly("train", "evaluate");

        run(Project.original()).assertRanExactly();
    }

    @Test
    void otherProcess_andOtherFolder_runNothing() throws Exception {
        Path here = place.resolve("here");
        Path there = place.resolve("there");
        Penguins.write(here, LINES);
        Project.original().compile(here.resolve("classes"));

        List<String> first = process(here);
        List<String> second = process(here);
        StoreFiles.copy(here, there);
        List<String> elsewhere = process(there);

        assertThat(first).hasSize(7).allMatch(line -> line.endsWith(" RAN"));
        assertThat(second).hasSize(7).allMatch(line -> line.endsWith(" CACHED"));
        assertThat(elsewhere).hasSize(7).allMatch(line -> line.endsWith(" CACHED"));
    }

    private static List<String> process(Path folder) throws IOException, InterruptedException {
        return ChildJvm.in(folder)
                .withClasses(folder.resolve("classes"))
                .run("acme.Flow")
                .orThrow()
                .lines();
    }

    private TestedRun<Evaluation> run(Project project) throws IOException, ReflectiveOperationException {
        Path classes = place.resolve("classes" + runs++);
        PipelineTester tester = PipelineTester.in(place.resolve("store"));
        return project.use(classes, csv, tester::run).assertSucceeded();
    }

    /** Edits one line of the table. */
    private static void edit(int line, String old, String text) {
        List<String> lines = new ArrayList<>(LINES);
        assertThat(lines.get(line)).contains(old);
        lines.set(line, lines.get(line).replace(old, text));
        Penguins.write(home, lines);
    }
}
