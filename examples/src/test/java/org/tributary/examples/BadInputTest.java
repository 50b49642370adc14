package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.Trim;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.table.Table;
import org.tributary.testkit.PipelineTester;

/**
 * What users get for bad input: one error that names the place and says what to do, compared whole with a file in
 * {@code errors}, and a cache that still holds what it held.
 */
final class BadInputTest {

    private static final Pattern TIME = Pattern.compile("[0-9]+(\\.[0-9]+)? m?s\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^  (\\S+) +(RAN|CACHED|FAILED|SKIPPED|outcome)\\b.*$");
    private static final Pattern LINE = Pattern.compile("(BadInputTest\\.java:)[0-9]+");

    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    private static PipelineTester tester;
    private static Path good;

    @BeforeAll
    static void fillCache() {
        tester = PipelineTester.in(home.resolve("store"));
        good = Penguins.write(home, Penguins.lines());
        tester.run(Penguins.of(good).pipeline()).assertSucceeded();
    }

    @Test
    void csv_missing_isNamedWithTheFolderItIsMissingIn() {
        assertRefused("csv-missing", () -> run(Penguins.of(Path.of("data", "no-penguins.csv"))));
    }

    @Test
    void csv_thatIsAFolder_cannotBeRead() {
        assertRefused("csv-folder", () -> run(Penguins.of(folder)));
    }

    @Test
    void csv_notInItsEncoding_namesTheByte() throws IOException {
        Path csv = folder.resolve("penguins.csv");
        Files.write(
                csv, "Species,Island\nAdelie,Torgersen\nAdelie,D\u00e9ception\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused("csv-encoding", () -> run(Penguins.of(csv)));
    }

    @Test
    void row_withTooManyFields_isNamed() {
        Path csv = edited(lines -> {
            List<String> more = new ArrayList<>(lines);
            more.set(7, more.get(7) + ",one,more");
            return more;
        });

        assertRefused("row-too-long", () -> run(Penguins.of(csv)));
    }

    @Test
    void quote_thatIsNeverClosed_isNamedWhereItOpens() {
        Path csv = edited(lines -> {
            List<String> more = new ArrayList<>(lines);
            more.set(9, more.get(9).replace("Torgersen", "\"Torgersen"));
            return more;
        });

        assertRefused("quote-open", () -> run(Penguins.of(csv)));
    }

    @Test
    void column_thatCleanNeeds_isMissed() {
        Path csv = edited(lines -> {
            List<String> more = new ArrayList<>(lines);
            more.set(0, more.get(0).replace("Species", "Specis"));
            return more;
        });

        assertRefused("column-missing", () -> run(Penguins.of(csv)));
    }

    @Test
    void target_thatIsNoColumn_isNamedWithTheNearestOne() {
        assertRefused(
                "target-missing", () -> run(Penguins.of(good).withPrepare(prepare -> prepare.withTarget("Specis"))));
    }

    @Test
    void target_withOneClass_isRefused() {
        Path csv = edited(lines -> lines.stream()
                .filter(line -> line.startsWith("studyName") || line.contains("Adelie"))
                .toList());

        assertRefused("target-one-class", () -> run(Penguins.of(csv)));
    }

    @Test
    void target_withoutValueInSomeRows_isRefused() {
        Path csv = edited(lines -> lines.stream()
                .map(line -> line.replace(",Gentoo penguin (Pygoscelis papua),", ",NA,"))
                .toList());

        assertRefused("target-values-missing", () -> run(Penguins.of(csv)));
    }

    @Test
    void table_withoutRows_isRefused() {
        Path csv = edited(lines -> lines.subList(0, 1));

        assertRefused("table-empty", () -> run(Penguins.of(csv)));
    }

    @Test
    void file_withoutAnyByte_isRefused() throws IOException {
        Path csv = Files.createFile(folder.resolve("penguins.csv"));

        assertRefused("file-empty", () -> run(Penguins.of(csv)));
    }

    @Test
    void column_withoutAnyValue_isRefused() {
        Path csv = edited(lines -> lines.stream()
                .map(line -> line.replaceAll(",[0-9]+,(MALE|FEMALE|NA),", ",NA,$1,"))
                .toList());

        assertRefused("column-without-values", () -> run(Penguins.of(csv)));
    }

    /** Forgets its result. */
    record GivesNull() implements Step<Table, Table> {
        @Override
        @SuppressWarnings("NullAway") // the mistake under test
        public Table run(Table table, StepContext context) {
            return null;
        }
    }

    @Test
    void step_thatGivesNull_isNamed() {
        assertRefused("output-null", () -> run(ingestThen("forgetful", new GivesNull())));
    }

    /** Gives what no codec knows. */
    record GivesBuilder() implements Step<Table, StringBuilder> {
        @Override
        public StringBuilder run(Table table, StepContext context) {
            return new StringBuilder(table.toString());
        }
    }

    @Test
    void step_whoseOutputHasNoCodec_isNamedBeforeAnythingRuns() {
        assertRefused("output-without-codec", () -> run(ingestThen("describe", new GivesBuilder())));
    }

    /** Throws what no one expected. */
    record Throws() implements Step<Table, Table> {
        @Override
        public Table run(Table table, StepContext context) {
            throw new IllegalStateException("the scale is not calibrated");
        }
    }

    @Test
    void step_thatThrows_isNamedWithWhatItThrew() {
        assertRefused("step-throws", () -> run(ingestThen("weigh", new Throws())));
    }

    @Test
    void steps_ofOneName_areBothNamed() {
        assertRefused(
                "step-name-twice",
                () -> Pipeline.define("twice", p -> {
                    Node<Table> raw = p.add("ingest", CsvIngest.of(good));
                    Node<Table> clean = raw.then("clean", Clean.of(new Trim()));
                    return clean.then("clean", Clean.of(new Trim()));
                }));
    }

    private static <T> Pipeline<T> ingestThen(String name, Step<Table, T> step) {
        return Pipeline.define("short", p -> p.add("ingest", CsvIngest.of(good)).then(name, step));
    }

    private Path edited(UnaryOperator<List<String>> edit) {
        List<String> lines = edit.apply(Penguins.lines());
        assertThat(lines).isNotEqualTo(Penguins.lines());
        return Penguins.write(folder, lines);
    }

    private static void run(Penguins penguins) {
        run(penguins.pipeline());
    }

    private static void run(Pipeline<?> pipeline) {
        tester.run(pipeline).report().orThrow();
    }

    private void assertRefused(String golden, ThrowingCallable action) {
        Throwable refusal = catchThrowable(action);

        assertThat(refusal).isInstanceOf(PipelineException.class);
        assertThat(stable(refusal.getMessage())).isEqualTo(text(golden));
        tester.run(Penguins.of(good).pipeline()).assertSucceeded().assertRanExactly();
    }

    /** Without what differs between machines: folders, times, and of each line of the table all after the outcome. */
    private String stable(String message) {
        String known = message.replace(folder.toString(), "<folder>")
                .replace(home.toString(), "<home>")
                .replace(Path.of("").toAbsolutePath().toString(), "<working directory>");
        known = LINE.matcher(TIME.matcher(known).replaceAll("<time>")).replaceAll("$1<line>");
        return ROW.matcher(known).replaceAll("  $1 $2").strip();
    }

    private static String text(String golden) {
        try (InputStream in = BadInputTest.class.getResourceAsStream("/errors/" + golden + ".txt")) {
            assertThat(in).as("errors/%s.txt", golden).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
