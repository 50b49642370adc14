package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.runtime.engine.AttemptContext.KeptFile;
import org.tributary.runtime.store.ObjectRef;

final class WorkFoldersTest {

    @TempDir
    Path parent;

    @Test
    void nothingNeeded_createsNothing() {
        new WorkFolders(parent.resolve("work")).remove(warning -> {});

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void firstUse_removesWhatDeadProcessesLeft() throws IOException {
        Path dead = Files.createDirectories(parent.resolve("run-999999999-abc/step-1"));
        Files.writeString(dead.resolve("big.bin"), "left");
        Path living = Files.createDirectory(
                parent.resolve("run-" + ProcessHandle.current().pid() + "-abc"));
        Path foreign = Files.createDirectory(parent.resolve("mine"));

        new WorkFolders(parent).create("step");

        assertThat(parent.resolve("run-999999999-abc")).doesNotExist();
        assertThat(living).exists();
        assertThat(foreign).exists();
    }

    @Test
    void keep_bytesOrFile_givesItsDigestAndACopy() throws IOException {
        WorkFolders folders = new WorkFolders(parent.resolve("work"));
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        Path source = Files.write(parent.resolve("source"), content);

        KeptFile fromBytes = folders.keep(content);
        KeptFile fromFile = folders.keep(source);
        Files.delete(source);

        assertThat(fromBytes.ref()).isEqualTo(ObjectRef.of(content)).isEqualTo(fromFile.ref());
        assertThat(fromFile.file()).hasBinaryContent(content);
        List<String> warnings = new ArrayList<>();
        folders.remove(warnings::add);
        assertThat(warnings).isEmpty();
        assertThat(parent.resolve("work")).isEmptyDirectory();
    }

    @Test
    void keepOrCreate_folderCannotBeMade_saysWhereAndWhatToDo() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        WorkFolders folders = new WorkFolders(file.resolve("work"));
        String message = "[RUN_CANNOT_KEEP] the run cannot keep a file until it ends, Not a directory: "
                + file.resolve("work") + ". Free space, make the folder writable or choose another with"
                + " LocalRunner.Builder.work; with a configuration it lies beside cache.dir.";

        assertThatThrownBy(() -> folders.keep(new byte[3]))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> folders.create("step")).hasMessage(message);
    }

    @Test
    void keep_sourceFails_throwsWhatItThrew() {
        IOException failure = new IOException("the source is gone");
        InputStream source = new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        };

        assertThatThrownBy(() -> new WorkFolders(parent).keep(source)).isSameAs(failure);
    }
}
