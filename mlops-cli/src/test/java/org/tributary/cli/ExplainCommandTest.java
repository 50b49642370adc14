package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cli.Workshop.Result;
import org.tributary.run.Forecast;
import org.tributary.run.Reason;

/** {@code mlops explain}. */
class ExplainCommandTest {

    private static final String[] WORDS = {
        "  word: {text: ab}", "  shout: {times: 3}", "  again: {use: shout, times: 2}"
    };

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
    }

    @Test
    void explain_beforeTheFirstRun_saysSoAndWritesNothing() throws IOException {
        Result result = workshop.mlops("explain", workshop.config(WORDS));
        assertThat(result).isEqualTo(new Result(0, """
                        word   MISS(never ran)
                        shout  OPEN(after word)
                        again  OPEN(after shout)
                        """, ""));
        assertThat(workshop.files()).containsExactly("config.yml");
    }

    @Test
    void explain_afterARun_hitsAndWritesNothing() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.mlops("run", config);
        List<String> files = workshop.files();
        Result result = workshop.mlops("explain", config);
        assertThat(result).isEqualTo(new Result(0, "word   HIT\nshout  HIT\nagain  HIT\n", ""));
        assertThat(workshop.files()).isEqualTo(files);
        assertThat(Tracked.states(workshop.file("mlflow.db"))).hasSize(1);
    }

    @Test
    void explain_changedSetting_namesBothValues() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.mlops("run", config);
        Result result = workshop.mlops("explain", config, "--set", "shout.times=4");
        assertThat(result.out()).isEqualTo("""
                        word   HIT
                        shout  MISS(setting times 3 -> 4)
                        again  OPEN(after shout)
                        """);
    }

    @Test
    void explain_forced_isAMiss() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.mlops("run", config);
        Result result = workshop.mlops("explain", config, "--force", "word", "--force", "again");
        assertThat(result.out()).isEqualTo("""
                        word   MISS(forced)
                        shout  OPEN(after word)
                        again  MISS(forced)
                        """);
    }

    @Test
    void explain_json_isOneDocument() throws IOException {
        Path config = workshop.config(WORDS);
        workshop.mlops("run", config);
        Result result = workshop.mlops("explain", config, "--json", "--set", "shout.times=4");
        assertThat(result)
                .isEqualTo(new Result(
                        0,
                        "{\"steps\":[{\"name\":\"word\",\"forecast\":\"HIT\",\"reasons\":[],\"after\":[]},"
                                + "{\"name\":\"shout\",\"forecast\":\"MISS\",\"reasons\":[\"setting times 3 -> 4\"],"
                                + "\"after\":[]},"
                                + "{\"name\":\"again\",\"forecast\":\"OPEN\",\"reasons\":[],\"after\":[\"shout\"]}]}\n",
                        ""));
    }

    @Test
    void explain_unknownStepToForce_isTheErrorOfRun() throws IOException {
        Path config = workshop.config(WORDS);
        Result result = workshop.mlops("explain", config, "--force", "wrod");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result).isEqualTo(workshop.mlops("run", config, "--force", "wrod"));
    }

    @Test
    void explain_wrongConfiguration_isTheErrorOfRun() throws IOException {
        Path config = workshop.config("  word: {txt: ab}");
        Result result = workshop.mlops("explain", config);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result).isEqualTo(workshop.mlops("run", config));
    }

    @Test
    void lines_valueOfSeveralLines_staysOnOne() {
        Forecast miss = Forecast.miss("a", List.of(new Reason(Reason.Kind.SETTING, "text", "x\ny", "\u2028z")));
        assertThat(ForecastText.lines(List.of(miss, Forecast.hit("long"))))
                .isEqualTo("a     MISS(setting text x y ->  z)\nlong  HIT\n");
    }

    @Test
    void lines_noSteps_isEmpty() {
        assertThat(ForecastText.lines(List.of())).isEmpty();
        assertThat(ForecastText.json(List.of())).isEqualTo("{\"steps\":[]}\n");
    }
}
