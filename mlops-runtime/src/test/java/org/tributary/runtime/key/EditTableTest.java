package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.runtime.key.EditPlace.Kind;

/**
 * What each edit of a project runs again and why, from sources to outcomes: the table of
 * {@code docs/reference/what-runs-again.md}.
 *
 * <p>Each row builds the edited project at the place of the first one and runs it with what the first run left. The value
 * must be that of a run without a cache, so that a row which expects too little fails as well.
 */
final class EditTableTest {
    private static final Path DOCUMENT = Path.of("../docs/reference/what-runs-again.md");
    private static final String[] ALL_CACHED = {"read CACHED", "clean CACHED", "box CACHED", "count CACHED"};

    @TempDir
    private static Path home;

    private static EditPlace place;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runFirst() throws Exception {
        place = new EditPlace(home.resolve("project"));
        List<String> lines = place.build(new EditedProject()).run(Kind.FOLDER, home.resolve("state"));
        assertThat(lines.subList(0, 4)).allMatch(line -> line.endsWith(" RAN never ran"));
    }

    static Stream<EditRow> rows() {
        return EditRows.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void edit_ofAProgramOnTheClassPath(EditRow row) throws Exception {
        build(row);
        List<String> lines = place.run(Kind.FOLDER, state("folder"));
        List<String> packed = place.run(Kind.JAR, state("jar"));
        List<String> fresh = place.run(Kind.FOLDER, folder.resolve("uncached"));

        assertThat(lines.subList(0, 4)).isEqualTo(row.expected());
        assertThat(lines.get(4)).as("the value without a cache").isEqualTo(fresh.get(4));
        assertThat(packed).as("from a jar").isEqualTo(lines);
    }

    /** Each starts a virtual machine, so one of each kind does. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "nothing",
                "comments",
                "inner class",
                "helper of a helper in another package",
                "annotation that the program can read",
                "setting",
                "format of a codec",
                "version of a library"
            })
    void edit_ofAModule(String edit) throws Exception {
        EditRow row =
                rows().filter(each -> each.edit().equals(edit)).findFirst().orElseThrow();
        build(row);

        assertThat(place.run(Kind.MODULE, state("module")).subList(0, 4)).isEqualTo(row.expected());
    }

    @ParameterizedTest
    @MethodSource
    void secondMachine_withOtherSurroundings_runsNothing(List<String> options) throws Exception {
        place.build(new EditedProject());

        assertThat(place.runInProcess(EditPlace.running("java"), state("second"), options))
                .startsWith(ALL_CACHED);
    }

    static Stream<List<String>> secondMachine_withOtherSurroundings_runsNothing() {
        return Stream.of(
                List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Asia/Kathmandu"),
                List.of("-Duser.language=en", "-Dfile.encoding=ISO-8859-1", "-Duser.timezone=Pacific/Chatham"),
                List.of("-Dfile.encoding=COMPAT", "-Dsun.jnu.encoding=ANSI_X3.4-1968", "-ea"),
                List.of("--limit-modules", "java.base,java.logging"));
    }

    @Test
    void classFiles_onAnotherJava_runNothing() throws Exception {
        Path java = otherJdk().program("java");
        place.build(new EditedProject());

        assertThat(place.runInProcess(java, state("other"), List.of())).startsWith(ALL_CACHED);
    }

    /** A miss would be no lie, since code is what the compiler makes of it; they make it alike. */
    @Test
    void sources_compiledByAnotherJavac_runNothing() throws Exception {
        Path javac = otherJdk().program("javac");

        assertThat(place.build(new EditedProject(), javac).run(Kind.FOLDER, state("other")))
                .startsWith(ALL_CACHED);
    }

    @Test
    void table_isTheDocumentedOne() throws Exception {
        StringBuilder table = new StringBuilder("| edit | runs | because |\n| --- | --- | --- |\n");
        rows().forEach(row -> table.append(row.markdown()).append('\n'));
        Path made = Files.writeString(Path.of("target/what-runs-again.md"), table);

        assertThat(Files.readString(DOCUMENT))
                .as("copy the table of mlops-runtime/%s into it", made)
                .contains(table);
    }

    private static void build(EditRow row) throws Exception {
        EditedProject project = new EditedProject();
        row.change().accept(project);
        place.build(project);
    }

    private static OtherJdk otherJdk() {
        Optional<OtherJdk> other = OtherJdk.find();
        assumeTrue(other.isPresent(), OtherJdk.missing());
        return other.get();
    }

    /** A copy of what the first run left. */
    private Path state(String name) throws IOException {
        Path from = home.resolve("state");
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(name).resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
        return folder.resolve(name);
    }
}
