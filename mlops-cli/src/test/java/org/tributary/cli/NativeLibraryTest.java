package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeLibraryTest {

    @TempDir
    Path folder;

    @Test
    void copyTo_thisMachine_writesALibraryThatTheJvmLoads() throws Exception {
        Path file = folder.resolve("sqlite.lib");

        NativeLibrary.copyTo(file);

        assertThat(file).isNotEmptyFile();
        System.load(file.toString());
    }

    @Test
    void copyTo_anExistingFile_leavesItAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("sqlite.lib"), "ours");

        assertThatThrownBy(() -> NativeLibrary.copyTo(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("ours");
    }
}
