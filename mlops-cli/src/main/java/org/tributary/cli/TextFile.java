package org.tributary.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Writes a text beside its file and renames it, so that nothing half-written is ever there. */
final class TextFile {

    private TextFile() {}

    /** What gives the text. */
    @FunctionalInterface
    interface Text {
        void write(Writer out) throws IOException;
    }

    /** Puts a text in the place of a file, in UTF-8. */
    static void replace(Path file, String text) throws IOException {
        replace(file, out -> out.write(text));
    }

    /** Puts a text in the place of a file, in UTF-8, as it comes. */
    static void replace(Path file, Text text) throws IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        // Files.createTempFile would keep others from reading it.
        Path fresh = folder.resolve(".mlops-" + UUID.randomUUID() + ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
                text.write(out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
