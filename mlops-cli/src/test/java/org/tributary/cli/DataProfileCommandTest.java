package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cli.Workshop.Result;

class DataProfileCommandTest {

    private static final String BIRDS = """
            species,mass,hatched
            Adelie,3700.5,2007-11-11
            Gentoo,,2009-01-02T03:04
            Adelie,4950,
            """;

    @TempDir
    Path folder;

    private Workshop workshop;
    private Path page;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
        page = workshop.file("page.html");
    }

    @Test
    void profile_csv_printsALineForEachColumnAndWritesThePage() throws IOException {
        Result result = workshop.mlops("data", "profile", workshop.write("birds.csv", BIRDS), "-o", page);
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("""
                column   type    missing  distinct  range
                species  text    0        2
                mass     number  1        2         3700.5 to 4950
                hatched  time    1        2         2007-11-11 to 2009-01-02T03:04
                page: %s
                """.replace("%s", page.toString()));
        assertThat(page).content().contains("<h1>birds.csv</h1>", "<h2>hatched <small>time</small></h2>");
        assertThat(workshop.files()).containsExactly("birds.csv", "page.html");
    }

    @Test
    void profile_otherKinds_areReadByTheirEnding() throws IOException {
        workshop.write("birds.TSV", BIRDS.replace(',', '\t'));
        workshop.write("birds.jsonl", "{\"species\": \"Adelie\"}\n{\"species\": \"Gentoo\"}\n");
        workshop.write("birds.ndjson", "{\"species\": \"Adelie\"}\n{\"species\": \"Gentoo\"}\n");
        Files.write(workshop.file("birds.csv.gz"), packed());
        for (String name : List.of("birds.TSV", "birds.jsonl", "birds.ndjson", "birds.csv.gz")) {
            Result result = workshop.mlops("data", "profile", workshop.file(name), "-o", page);
            assertThat(result.exit()).as(name + result.err()).isZero();
            assertThat(result.out().lines().toList().get(1)).as(name).matches("species +text +0 +2");
        }
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(BIRDS.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void profile_longAndOddNames_stayOnOneCutLine() throws IOException {
        Path csv = workshop.write("odd.csv", "\"a\u001Bb\nc\"," + "x".repeat(60) + "\n1,2\n");
        Result result = workshop.mlops("data", "profile", csv, "-o", page);
        assertThat(result.out())
                .contains("\na b c ", "\n" + "x".repeat(37) + "...  whole")
                .hasLineCount(4);
    }

    @Test
    void profile_ofItsOwnPage_replacesIt() throws IOException {
        Path csv = workshop.write("birds.csv", BIRDS);
        workshop.mlops("data", "profile", csv, "-o", page);
        Files.writeString(csv, "other\n1\n");
        assertThat(workshop.mlops("data", "profile", csv, "-o", page).exit()).isZero();
        assertThat(page).content().contains("<h2>other ").doesNotContain("species");
    }

    @Test
    void profile_ofAFileThatIsNoPage_keepsIt() throws IOException {
        Path csv = workshop.write("birds.csv", BIRDS);
        Result result = workshop.mlops("data", "profile", csv, "-o", csv);
        assertThat(result)
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "[CLI_NO_PAGE] \"" + csv
                                        + "\" is there and is no page of a profile, so it is not replaced. Move it, or name another file with --out.\n"));
        assertThat(csv).hasContent(BIRDS);
        assertThat(workshop.mlops("data", "profile", csv, "-o", folder).err()).startsWith("[CLI_NO_PAGE] ");
    }

    @Test
    void profile_ofAnUnknownEnding_saysWhichThereAre() {
        Path file = workshop.file("birds.xlsx");
        assertThat(workshop.mlops("data", "profile", file))
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "[CLI_DATA_ENDING] no kind of data ends as \"" + file
                                        + "\" does: the endings are .csv, .tsv, .jsonl, .ndjson, also with .gz or .zip after them. Give the file one of them.\n"));
    }

    @Test
    void profile_ofAFileThatCannotBeRead_isOneLineAndWritesNoPage() throws IOException {
        Result absent = workshop.mlops("data", "profile", workshop.file("none.csv"), "-o", page);
        assertThat(absent.exit()).isEqualTo(2);
        assertThat(absent.out()).isEmpty();
        assertThat(absent.err()).startsWith("[CSV_NO_FILE] ").hasLineCount(1);
        Path ragged = workshop.write("ragged.csv", "a,b\n1,2,3\n");
        Result result = workshop.mlops("data", "profile", ragged, "-o", page);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("[CSV_").hasLineCount(1);
        assertThat(page).doesNotExist();
    }

    @Test
    void profile_withoutOut_leavesThePageInTheWorkingDirectoryAndNothingElse() throws Exception {
        workshop.write("birds.csv", BIRDS);
        Path temporary = Files.createDirectory(workshop.file("tmp"));
        Result result = MlopsProcess.start(
                        folder, List.of("-Djava.io.tmpdir=" + temporary), "data", "profile", "birds.csv")
                .await();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).endsWith("\npage: birds.profile.html\n");
        assertThat(workshop.files())
                .containsExactly("birds.csv", "birds.profile.html", "stderr.log", "stdout.log", "tmp");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void profile_page_mayBeReadByWhomOtherNewFilesMayBe() throws IOException {
        Path csv = workshop.write("birds.csv", BIRDS);
        workshop.mlops("data", "profile", csv, "-o", page);
        assertThat(Files.getPosixFilePermissions(page)).isEqualTo(Files.getPosixFilePermissions(csv));
    }

    @Test
    void dataFile_withoutOut_givesThePageTheNameOfTheFile() {
        assertThat(DataFile.of(Path.of("raw/birds.v2.CSV.gz")).name()).isEqualTo("birds.v2");
        assertThat(DataFile.of(Path.of("birds.ndjson")).name()).isEqualTo("birds");
    }
}
