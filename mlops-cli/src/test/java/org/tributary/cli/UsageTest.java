package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.cli.Workshop.Result;

/** What the command says of itself, and to mistakes on the command line. */
class UsageTest {

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "help-mlops, --help",
        "help-run, run --help",
        "help-explain, explain --help",
        "help-graph, graph --help",
        "help-cache, cache --help",
        "help-cache-stats, cache stats --help",
        "help-cache-clear, cache clear --help",
        "help-cache-gc, cache gc --help",
        "help-cache-verify, cache verify --help",
        "help-predict, predict --help",
        "help-data, data --help",
        "help-data-profile, data profile --help"
    })
    void help_ofEachCommand_isAsWritten(String golden, String args) {
        Result result = workshop.mlops((Object[]) args.split(" "));
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        Golden.assertText(golden, result.out(), folder);
    }

    @Test
    void mlops_noCommand_printsTheHelpAsAMistake() {
        Result result = workshop.mlops();
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        Golden.assertText("help-mlops", result.err(), folder);
    }

    @Test
    void version_namesMlopsAndJava() {
        Result result = workshop.mlops("--version");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("mlops ").contains("Java " + Runtime.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--json | Unknown option: '--json'",
                "run --bogus | Unknown option: '--bogus'",
                "run a.yml b.yml | Unmatched argument at index 2: 'b.yml'",
                "run --set | Missing required parameter for option '--set' (KEY=VALUE)",
                "run --json --json | option '--json' should be specified only once",
                "predict | Missing required parameters: 'MODEL', 'INPUT.csv'",
                "data profile | Missing required parameter: 'FILE'",
                "predict model | Missing required parameter: 'INPUT.csv'",
                "cache gc --older-than soon | Invalid value for option '--older-than': \"soon\" is no duration such as 30d or 12h",
                "cache gc --older-than -3d | Invalid value for option '--older-than': \"-3d\" is no duration such as 30d or 12h",
                "cache gc --older-than 30 | Invalid value for option '--older-than': \"30\" is no duration such as 30d or 12h",
                "cache gc --max-size 2X | Invalid value for option '--max-size': \"2X\" is no size such as 500M or 2G",
                "cache gc --max-size -1 | Invalid value for option '--max-size': \"-1\" is no size such as 500M or 2G",
                "cache gc --max-size 99999999999T | Invalid value for option '--max-size': \"99999999999T\" is too large a size",
                "cache stats --dir | Missing required parameter for option '--dir' (FOLDER)"
            })
    void mistake_onTheCommandLine_isToldWithTheUsage(String args, String message) throws IOException {
        Result result = workshop.mlops((Object[]) args.split(" "));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith(message).contains("Usage: mlops").doesNotContain("\tat ");
    }

    @Test
    void unknownCommand_isToldWithThoseThereAre() {
        Result result = workshop.mlops("rnu");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("Unmatched argument at index 0: 'rnu'\n")
                .contains("  run  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache", "cache nothing"})
    void cache_withoutItsOwnCommand_isAMistake(String args) {
        Result result = workshop.mlops((Object[]) args.split(" "));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: mlops cache");
    }
}
