package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cache.FolderFormat;
import org.tributary.cache.RunProvenance;
import org.tributary.pipeline.PipelineException;

/** The contract passes a good format and finds one that looks at no content. */
final class FolderFormatContractTest {

    @Nested
    final class GoodFormat extends FolderFormatContract<String> {
        @Override
        protected FolderFormat<String> format() {
            return new TextFormat(true);
        }

        @Override
        protected String value() {
            return "a text";
        }
    }

    @Test
    void holds_withoutLookingAtContent_isFound(@TempDir Path temporary) {
        FolderFormatContract<String> contract = new FolderFormatContract<>() {
            @Override
            protected FolderFormat<String> format() {
                return new TextFormat(false);
            }

            @Override
            protected String value() {
                return "a text";
            }
        };
        contract.folder = temporary;

        assertThatThrownBy(contract::holds_anyFileDamaged_isFalse)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(".txt CUT");
    }

    /** A text, its hash, and the digest it was written for. */
    private record TextFormat(boolean careful) implements FolderFormat<String> {

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void write(String value, RunProvenance provenance, Path folder) throws IOException {
            Files.createDirectory(folder);
            write(folder.resolve("value.txt"), value);
            write(folder.resolve("manifest.txt"), provenance.digest() + " " + value.hashCode());
        }

        @Override
        public String read(Path folder) throws IOException {
            if (!owns(folder)) {
                throw new PipelineException("[TEXT_NO_FOLDER] " + folder + " holds no text. Write one first.");
            }
            return Files.readString(folder.resolve("value.txt"), StandardCharsets.UTF_8);
        }

        @Override
        public boolean owns(Path folder) {
            return Files.isRegularFile(folder.resolve("manifest.txt"));
        }

        @Override
        public boolean holds(Path folder, String digest) {
            try {
                String manifest = Files.readString(folder.resolve("manifest.txt"), StandardCharsets.UTF_8);
                return careful ? manifest.equals(digest + " " + read(folder).hashCode()) : manifest.startsWith(digest);
            } catch (IOException e) {
                return false;
            }
        }

        private static void write(Path file, String text) throws IOException {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
    }
}
