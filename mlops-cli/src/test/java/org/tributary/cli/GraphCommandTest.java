package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tributary.cli.Workshop.Result;

/** {@code mlops graph}, and the picture of a run. */
class GraphCommandTest {

    private static final String[] WORDS = {"  word: {text: ab}", "  shout: {times: 3}"};

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
    }

    @Test
    void graph_noOptions_isSvgOnStandardOutputAndWritesNothing() throws IOException {
        Result result = workshop.mlops("graph", workshop.config(WORDS));
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("<svg ")
                .endsWith("</svg>\n")
                .contains("<title>words</title>", ">word</text>", ">shout</text>", "times = 3");
        assertThat(workshop.files()).containsExactly("config.yml");
    }

    @Test
    void graph_otherSetting_isInThePicture() throws IOException {
        Result result = workshop.mlops("graph", workshop.config(WORDS), "--set", "shout.times=7");
        assertThat(result.out()).contains("times = 7").doesNotContain("times = 3");
    }

    @ParameterizedTest
    @CsvSource({"mermaid, flowchart TB", "MERMAID, flowchart TB", "dot, digraph {", "svg, '<svg '"})
    void graph_format_isThatLanguage(String format, String start) throws IOException {
        Result result = workshop.mlops("graph", workshop.config(WORDS), "--format", format);
        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({
        "g.mmd, , flowchart TB",
        "g.DOT, , digraph {",
        "g.svg, , '<svg '",
        "g.svg, dot, digraph {",
        "g, dot, digraph {"
    })
    void graph_file_isWrittenInTheLanguageOfItsEndingUnlessToldOtherwise(String name, String format, String start)
            throws IOException {
        Path file = workshop.write(name, "an older picture");
        Object[] args = {"graph", workshop.config(WORDS), "-o", file};
        Object[] more = {"graph", workshop.config(WORDS), "-o", file, "--format", format};
        Result result = workshop.mlops(format == null ? args : more);
        assertThat(result).isEqualTo(new Result(0, "", ""));
        assertThat(Files.readString(file)).startsWith(start);
        assertThat(workshop.files()).containsExactly("config.yml", name);
    }

    @Test
    void graph_unknownEnding_isToldAndNothingIsWritten() throws IOException {
        Result result = workshop.mlops("graph", workshop.config(WORDS), "-o", workshop.file("g.png"));
        assertThat(result).isEqualTo(new Result(2, "", ending("g.png")));
        assertThat(workshop.files()).containsExactly("config.yml");
    }

    @Test
    void graph_unknownFormat_isToldWithThoseThereAre() throws IOException {
        Result result = workshop.mlops("graph", workshop.config(WORDS), "--format", "png");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("Invalid value for option '--format'")
                .contains("SVG, MERMAID, DOT");
    }

    @Test
    void graph_wrongConfiguration_isToldAsByRun() throws IOException {
        Path config = workshop.config("  word: {txt: ab}");
        Result result = workshop.mlops("graph", config);
        assertThat(result).isEqualTo(workshop.mlops("run", config));
        assertThat(result.exit()).isEqualTo(2);
    }

    @Test
    void graph_folderThatIsMissing_isOneClearLine() throws IOException {
        Result result = workshop.mlops("graph", workshop.config(WORDS), "-o", workshop.file("no/g.svg"));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("[CLI_IO] the disk failed: NoSuchFile")
                .doesNotContain("\tat ");
    }

    @Test
    void run_graph_isThePictureOfTheRun() throws IOException {
        Path file = workshop.file("run.svg");
        Result result = workshop.mlops(
                "run", workshop.config("  word: {text: ab}", "  fail: {message: 'the <dog> ate it'}"), "--graph", file);
        assertThat(result.exit()).isEqualTo(1);
        assertThat(Files.readString(file)).contains("FAILED in ", ">RAN ", ">FAILED ", "the &lt;dog&gt; ate it");
    }

    @Test
    void run_graphOfUnknownEnding_isToldBeforeAnythingRuns() throws IOException {
        Result result = workshop.mlops("run", workshop.config(WORDS), "--graph", workshop.file("g"));
        assertThat(result).isEqualTo(new Result(2, "", ending("g")));
        assertThat(workshop.files()).containsExactly("config.yml");
    }

    @Test
    void run_json_staysOneDocumentBesideThePicture() throws IOException {
        Path file = workshop.file("g.mmd");
        Result result = workshop.mlops("run", workshop.config(WORDS), "--json", "--graph", file);
        assertThat(result.out().lines()).hasSize(1);
        assertThat(Files.readString(file)).contains("RAN").contains("class n0,n1 ran");
    }

    private String ending(String name) {
        return "[CLI_GRAPH_ENDING] no kind of picture ends as \"" + workshop.file(name)
                + "\" does: the endings are .svg, .mmd (Mermaid) and .dot. Give the file one of them.\n";
    }
}
