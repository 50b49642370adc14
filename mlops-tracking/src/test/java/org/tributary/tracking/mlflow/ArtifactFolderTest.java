package org.tributary.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.pipeline.PipelineException;

class ArtifactFolderTest {

    @TempDir
    Path folder;

    private ArtifactFolder artifacts() {
        return new ArtifactFolder(folder.resolve("run/artifacts").toString(), "id");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("source"), text);
    }

    @Test
    void add_fileUri_isAPath() throws IOException {
        new ArtifactFolder(folder.resolve("a b/artifacts").toUri().toString(), "id").add("x", file("1"));
        assertThat(folder.resolve("a b/artifacts/x")).hasContent("1");
    }

    @Test
    void add_otherPlace_isRefused() throws IOException {
        Path file = file("1");
        assertThatThrownBy(() -> new ArtifactFolder("s3://bucket/1/id/artifacts", "id").add("x", file))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MLFLOW_ARTIFACTS_ELSEWHERE] the artifact \"x\" cannot be kept: the experiment keeps its"
                        + " artifacts at s3://bucket/1/id/artifacts, and only a folder can be written. Use another"
                        + " experiment.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/x", "../x", "a/../../x", "a//b", "a/", "./a", "a\\..\\b", "a\u0000b", "a\nb"})
    void add_pathThatIsNotPlain_isRefused(String path) throws IOException {
        Path file = file("1");
        assertThatThrownBy(() -> artifacts().add(path, file))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MLFLOW_BAD_ARTIFACT_PATH] the artifact path \"" + path
                        + "\" is no plain relative path with" + " \"/\". Write it as in \"plots/roc.svg\".");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void add_missingFile_leavesNothing() throws IOException {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> artifacts().add("sub/x", none))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MLFLOW_ARTIFACT_FAILED] the artifact \"sub/x\" cannot be copied from " + none + " to "
                        + folder.resolve("run/artifacts") + ": java.nio.file.NoSuchFileException: " + none
                        + ". Check that the file can be read, and that the folder can be written and has room.");
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void add_linkOutOfTheFolder_isRefused() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createDirectories(folder.resolve("run/artifacts"));
        Files.createSymbolicLink(folder.resolve("run/artifacts/link"), outside);
        Path file = file("1");
        assertThatThrownBy(() -> artifacts().add("link/x", file))
                .hasMessageContaining("a link leads out of the folder");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void add_fileInPlaceOfFolder_isRefused() throws IOException {
        artifacts().add("a", file("1"));
        Path file = file("2");
        assertThatThrownBy(() -> artifacts().add("a/b", file)).hasMessageStartingWith("[MLFLOW_ARTIFACT_FAILED]");
        assertThat(folder.resolve("run/artifacts/a")).hasContent("1");
    }
}
