package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cli.Workshop.Result;

/** {@code mlops run} from the outside. */
class RunCommandTest {

    private static final String[] WORDS = {"  word: {text: ab}", "  shout: {times: 3}"};

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
    }

    @Test
    void run_firstTime_reportsOnStandardOutputAndProgressOnStandardError() throws IOException {
        Result result = workshop.mlops("run", workshop.config(WORDS));
        Golden.assertText("run-first", result.out(), folder);
        Golden.assertText("run-first-progress", result.err(), folder);
        assertThat(result.exit()).isZero();
    }

    @Test
    void run_secondTime_takesStepsFromTheCache() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.mlops("run", config);
        Result result = workshop.mlops("run", config);
        Golden.assertText("run-cached", result.out(), folder);
        assertThat(Tracked.states(workshop.file("mlflow.db"))).containsExactly("FINISHED", "FINISHED");
    }

    @Test
    void run_json_isOneDocumentAndNothingElse() throws IOException {
        Path config = workshop.config(WORDS);
        Result first = workshop.mlops("run", config, "--json");
        assertThat(first.out())
                .contains(Tracked.rows(workshop.file("mlflow.db"), "select run_uuid from runs")
                        .get(0));
        Golden.assertText("run-json-ran", first.out(), folder);
        Golden.assertText(
                "run-json-cached", workshop.mlops("run", config, "--json").out(), folder);
        assertThat(first.out().lines()).hasSize(1);
    }

    @Test
    void run_jsonOfAFailure_namesReasonsAndExits1() throws IOException {
        Path config = workshop.config(
                "  word: {text: ab}",
                "  fail: {message: 'the dog ate it'}",
                "  shout: {from: fail}",
                "  other: {use: shout, from: word}");
        Result result = workshop.mlops("run", config, "--json");
        assertThat(result.exit()).isEqualTo(1);
        Golden.assertText("run-json-failed", result.out(), folder);
    }

    @Test
    void run_failingStep_finishesTheOthersAndSaysHowToResume() throws IOException {
        Path config = workshop.config(
                "  word: {text: ab}",
                "  fail: {message: 'the dog ate it'}",
                "  shout: {from: fail}",
                "  other: {use: shout, from: word}");
        Result result = workshop.mlops("run", config);
        assertThat(result.exit()).isEqualTo(1);
        Golden.assertText("run-failed", result.out(), folder);
        assertThat(result.err()).doesNotContain("\tat ").contains("other");
        assertThat(Tracked.states(workshop.file("mlflow.db"))).containsExactly("FAILED");
        Result resumed = workshop.mlops("run", config, "--set", "shout.from=word", "--set", "fail.message=again");
        assertThat(resumed.out()).containsPattern("word +CACHED").containsPattern("other +CACHED");
    }

    @Test
    void run_set_changesOnlyWhatHangsOnIt() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.mlops("run", config);
        Result result = workshop.mlops("run", config, "--set", "shout.times=4");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).containsPattern("word +CACHED").containsPattern("shout +RAN .*times");
    }

    @Test
    void run_force_computesThatStepAgain() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.mlops("run", config);
        Result result = workshop.mlops("run", config, "--force", "word");
        assertThat(result.out()).containsPattern("word +RAN .*forced").containsPattern("shout +CACHED");
        assertThat(workshop.mlops("run", config, "--force=word", "--force=shout")
                        .out())
                .containsPattern("word +RAN .*forced")
                .containsPattern("shout +RAN .*forced");
    }

    @Test
    void run_only_runsThatStepAndWhatItNeeds() throws IOException {
        Result result = workshop.mlops("run", workshop.config(WORDS), "--only", "word");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).containsPattern("word +RAN").doesNotContain("shout");
    }

    @Test
    void run_check_computesStoredStepsAgain() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.mlops("run", config);
        Result result = workshop.mlops("run", config, "--check", "--fail-fast");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).containsPattern("word +RAN .*checked").containsPattern("shout +RAN .*checked");
        assertThat(workshop.mlops("run", config).out()).containsPattern("word +CACHED");
    }

    @Test
    void run_noCache_storesNothing() throws IOException {
        Path config = workshop.config(WORDS);
        Result result = workshop.mlops("run", config, "--no-cache");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).containsPattern("word +RAN").containsPattern("shout +RAN");
        assertThat(workshop.files()).doesNotContain("cache");
    }

    @Test
    void run_forceOfAnUnknownStep_namesThoseThereAreAndRunsNothing() throws IOException {
        Result result = workshop.mlops("run", workshop.config(WORDS), "--force", "wrod");
        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "[RUN_UNKNOWN_STEP] there is no step \"wrod\" to force in pipeline \"words\"."
                                + " Its steps are word, shout.\n"));
        assertThat(workshop.files()).containsExactly("config.yml");
    }

    @Test
    void run_manyFaults_tellsAllAtOnceAndWritesNothing() throws IOException {
        Path config = workshop.config(
                "  word: {txt: ab}",
                "  shout: {times: three}",
                "  shuot: {from: word}",
                "  fail: {message: x, from: shot}",
                "  csv: {path: nowhere.csv}");
        Result result =
                workshop.mlops("run", config, "--set", "wrod.text=b", "--set", "nonsense", "--set", "cash.dir=x");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        Golden.assertText("config-faults", result.err(), folder);
        assertThat(workshop.files()).containsExactly("config.yml");
    }

    @Test
    void run_faultyConfig_jsonPrintsNothingOnStandardOutput() throws IOException {
        Result result = workshop.mlops("run", workshop.config("  word: {}"), "--json");
        assertThat(result.out()).isEmpty();
        assertThat(result.exit()).isEqualTo(2);
    }

    @Test
    void run_noFile_saysSo() {
        Result result = workshop.mlops("run", workshop.file("confg.yml"));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        Golden.assertText("config-no-file", result.err(), folder);
    }

    @Test
    void run_exports_areListedAndWrittenOnlyForStepsWithAValue() throws IOException {
        Path config = workshop.config("  word: {text: ab}");
        Result result = workshop.mlops("run", config, "--set", "exports.word=" + workshop.file("out"));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("[").contains("word").doesNotContain("\tat ");
        assertThat(workshop.files()).containsExactly("config.yml");
    }

    @Test
    void run_foreignDatabase_warnsAndRunsUntracked() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.write("mlflow.db", "these are my shopping lists, not a database");
        Result result = workshop.mlops("run", config);
        assertThat(result.exit()).isZero();
        assertThat(result.err())
                .contains("warning: [TRACKING_FAILED] the run is not tracked: ")
                .contains("[MLFLOW_FOREIGN_FILE] " + workshop.file("mlflow.db"))
                .doesNotContain("\tat ");
        assertThat(Files.readString(workshop.file("mlflow.db"))).startsWith("these are my shopping lists");
    }

    @Test
    void run_databaseInAnUnusableFolder_warnsAndRunsUntracked() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.write("file", "");
        Result result =
                workshop.mlops("run", config, "--set", "tracking.uri=sqlite:" + workshop.file("file/mlflow.db"));
        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("[TRACKING_FAILED]", "[MLFLOW_CANNOT_OPEN]");
    }

    @Test
    void run_unknownTrackingScheme_namesThoseThereAreAndRunsNothing() throws IOException {
        Result result = workshop.mlops("run", workshop.config(WORDS), "--set", "tracking.uri=carrier-pigeon:coop");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("[TRACKING_UNKNOWN_SCHEME] no tracker is registered for \"carrier-pigeon:coop\"");
        assertThat(workshop.files()).containsExactly("config.yml");
    }

    @Test
    void run_badTrackingUri_isOneClearError() throws IOException {
        Result result = workshop.mlops("run", workshop.config(WORDS), "--set", "tracking.uri=sqlite:");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("[MLFLOW_BAD_URI] ").doesNotContain("\tat ");
        assertThat(workshop.files()).containsExactly("config.yml");
    }
}
