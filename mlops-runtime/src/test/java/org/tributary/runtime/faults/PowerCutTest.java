package org.tributary.runtime.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.runtime.faults.PowerCut.Loss;

/** What a power cut takes, told from the log of what was done; the log here is written by hand, the files too. */
final class PowerCutTest {
    @TempDir
    Path folder;

    private final List<Operation> log = new ArrayList<>();
    private Path place;

    @BeforeEach
    void makePlace() throws IOException {
        place = Files.createDirectory(folder.resolve("copy"));
    }

    private void log(String kind, String result, String path, String other, String kept) {
        String line = String.join(
                "\t", Integer.toString(log.size() + 1), kind, result, absolute(path), absolute(other), kept);
        log.add(Operation.parse(line));
    }

    private String absolute(String path) {
        return path.isEmpty() ? "" : folder.resolve("first").resolve(path).toString();
    }

    private void cut(Loss loss) throws IOException {
        PowerCut.apply(log, folder.resolve("first"), place, loss, 1);
    }

    private void written(String path, String content, boolean forced) throws IOException {
        Files.writeString(place.resolve(path), content);
        log("create", "5", path, "", "");
        log("write", Integer.toString(content.length()), path, "", "");
        if (forced) {
            log("force", "0", path, "", "");
        }
    }

    private void renamed(String from, String to, String kept) throws IOException {
        Files.deleteIfExists(place.resolve(to));
        Files.move(place.resolve(from), place.resolve(to));
        log("rename", "0", to, from, kept);
    }

    @Test
    void data_notForced_isLostOrZeroed() throws IOException {
        written("a", "abc", false);
        cut(Loss.DATA);
        assertThat(place.resolve("a")).isEmptyFile();

        Files.writeString(place.resolve("a"), "abc");
        cut(Loss.ZEROS);
        assertThat(place.resolve("a")).hasBinaryContent(new byte[3]);
    }

    @Test
    void data_forcedAndThenMore_keepsTheForcedPart() throws IOException {
        written("a", "abc", true);
        Files.writeString(place.resolve("a"), "abcdef");
        log("write", "3", "a", "", "");

        cut(Loss.DATA);

        assertThat(place.resolve("a")).hasContent("abc");
    }

    @Test
    void failedAndKilledOperations_changeNothing() throws IOException {
        Files.writeString(place.resolve("a"), "old");
        log("create", "E28", "a", "", "");
        log("write", "killed", "a", "", "");

        cut(Loss.NAMES);

        assertThat(place.resolve("a")).hasContent("old");
    }

    @Test
    void names_notForced_areLost() throws IOException {
        Files.createDirectory(place.resolve("sub"));
        log("folder", "0", "sub", "", "");
        written("sub/temp", "abc", true);
        renamed("sub/temp", "sub/name", "");
        log("force", "0", "sub", "", "");

        cut(Loss.NAMES);

        assertThat(place).as("the folder itself was not forced").isEmptyDirectory();
    }

    @Test
    void names_forced_stay() throws IOException {
        Files.createDirectory(place.resolve("sub"));
        log("folder", "0", "sub", "", "");
        log("force", "0", ".", "", "");
        written("sub/temp", "abc", true);
        renamed("sub/temp", "sub/name", "");
        log("force", "0", "sub", "", "");

        cut(Loss.NAMES);

        assertThat(place.resolve("sub/name")).hasContent("abc");
    }

    @Test
    void rename_overAnOlderFileNotForced_bringsTheOlderBack() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), "old");
        written("temp", "new", true);
        renamed("temp", "name", kept.toString());

        cut(Loss.NAMES);

        assertThat(place.resolve("name")).hasContent("old");
        assertThat(place.resolve("temp"))
                .as("its own name was not forced either")
                .doesNotExist();
    }

    @Test
    void delete_notForced_bringsTheFileBack() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), "old");
        log("delete", "0", "name", "", kept.toString());

        cut(Loss.NAMES);

        assertThat(place.resolve("name")).hasContent("old");
    }

    @Test
    void rename_notForced_withoutFsyncOfItsData_isAnEmptyFileWhereNamesLast() throws IOException {
        written("temp", "new", false);
        renamed("temp", "name", "");

        cut(Loss.DATA);

        assertThat(place.resolve("name")).isEmptyFile();
    }

    @Test
    void mixed_anySeed_leavesAPrefixOfTheNames() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            log.clear();
            for (String name : List.of("a", "b", "c", "d")) {
                written(name, "abc", false);
            }
            PowerCut.apply(log, folder.resolve("first"), place, Loss.MIXED, seed);

            List<String> left = Place.files(place).stream()
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(List.of("a", "b", "c", "d").subList(0, left.size()))
                    .as("seed " + seed)
                    .isEqualTo(left);
        }
    }

    @Test
    void logLine_ofAnotherForm_isRefused() {
        assertThatThrownBy(() -> Operation.parse("1\tlook\t0"))
                .hasMessage("a line of the log has 3 fields, not 6: 1\tlook\t0");
    }
}
