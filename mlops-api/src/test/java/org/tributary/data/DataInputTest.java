package org.tributary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataInputTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of("b.csv", "a.csv", "a.txt", "Z.csv", "sub/c.csv", "sub/deep/d.csv")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        Files.createDirectory(folder.resolve("folder.csv"));
    }

    @Test
    void files_ofAFile_isTheFileWhetherItExistsOrNot() throws IOException {
        Path missing = folder.resolve("missing.csv");

        assertThat(DataInput.file(missing).files()).containsExactly(missing);
        assertThat(DataInput.file(missing)).hasToString(missing.toString());
    }

    @Test
    void files_ofAVersion_areNone() throws IOException {
        DataInput version = DataInput.version("orders at 7");

        assertThat(version.files()).isEmpty();
        assertThat(version.version()).contains("orders at 7");
        assertThat(DataInput.file(folder).version()).isEmpty();
    }

    @Test
    void files_oneStar_areThoseOfTheFolderSorted() throws IOException {
        assertThat(matches("*.csv")).containsExactly("Z.csv", "a.csv", "b.csv");
    }

    @Test
    void files_twoStars_areThoseOfAllFoldersBelow() throws IOException {
        assertThat(matches("**.csv")).containsExactly("Z.csv", "a.csv", "b.csv", "sub/c.csv", "sub/deep/d.csv");
    }

    @Test
    void files_wildcardFolder_goesAsDeepAsThePattern() throws IOException {
        assertThat(matches("*/*.csv")).containsExactly("sub/c.csv");
        assertThat(matches("{sub,sub/deep}/?.csv")).containsExactly("sub/c.csv", "sub/deep/d.csv");
    }

    @Test
    void files_noWildcard_isThatFileIfItExists() throws IOException {
        assertThat(matches("a.csv")).containsExactly("a.csv");
        assertThat(matches("nothing.csv")).isEmpty();
    }

    @Test
    void files_missingFolder_areNone() throws IOException {
        assertThat(matches("nowhere/*.csv")).isEmpty();
    }

    @Test
    void files_addedLater_areSeenAtTheNextCall() throws IOException {
        DataInput input = DataInput.glob(folder + "/*.txt");
        assertThat(input.files()).hasSize(1);
        Files.createFile(folder.resolve("b.txt"));

        assertThat(input.files()).hasSize(2);
    }

    @Test
    void files_relativePattern_areRelativeToTheWorkingFolder() throws IOException {
        assertThat(DataInput.glob("pom.x*").files()).containsExactly(Path.of("pom.xml"));
        assertThat(DataInput.glob("src/main/java/module-*.java").files())
                .containsExactly(Path.of("src/main/java/module-info.java"));
    }

    @Test
    void files_patternWithADot_isTheSame() throws IOException {
        assertThat(DataInput.glob("./pom.x*").files()).containsExactly(Path.of("pom.xml"));
        assertThat(DataInput.glob("./src/main/java/module-*.java").files())
                .containsExactly(Path.of("src/main/java/module-info.java"));
        assertThat(DataInput.glob("../mlops-api/pom.x*").files()).containsExactly(Path.of("../mlops-api/pom.xml"));
    }

    @Test
    void files_throughALinkedFolder_areFound() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("sub"));

        assertThat(matches("link/*.csv")).containsExactly("link/c.csv");
        assertThat(matches("li*/*.csv")).containsExactly("link/c.csv");
    }

    @Test
    void files_linksInACircle_areAnIoException() throws IOException {
        Files.createSymbolicLink(folder.resolve("sub").resolve("up"), folder);

        assertThatThrownBy(() -> matches("**.csv")).isInstanceOf(FileSystemLoopException.class);
        assertThat(matches("sub/*.csv")).containsExactly("sub/c.csv");
    }

    @Test
    void equals_comparesKindAndText() {
        assertThat(DataInput.file(Path.of("a")))
                .isEqualTo(DataInput.file(Path.of("a")))
                .hasSameHashCodeAs(DataInput.file(Path.of("a")))
                .isNotEqualTo(DataInput.glob("a"))
                .isNotEqualTo(DataInput.version("a"));
        assertThat(DataInput.glob("a")).isNotEqualTo(DataInput.version("a")).isEqualTo(DataInput.glob("a"));
    }

    private List<String> matches(String pattern) throws IOException {
        return DataInput.glob(folder + "/" + pattern).files().stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    @Test
    void folder_ofAPattern_isThatBeforeTheFirstWildcard() {
        assertThat(DataInput.glob("data/raw/*.csv").folder()).contains(Path.of("data/raw"));
        assertThat(DataInput.glob("*.csv").folder()).contains(Path.of("."));
        assertThat(DataInput.file(Path.of("a.csv")).folder()).isEmpty();
        assertThat(DataInput.version("1").folder()).isEmpty();
    }
}
