package org.tributary.steps.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tributary.steps.RecordingContext;
import org.tributary.table.Table;

/** Writes small files and reads them as tables. */
final class CsvFiles {
    private CsvFiles() {}

    static Path write(Path folder, String text) {
        return write(folder, text, StandardCharsets.UTF_8);
    }

    static Path write(Path folder, String text, Charset charset) {
        return write(folder, text.getBytes(charset));
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("data.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Table read(CsvIngest ingest) {
        return read(ingest, new RecordingContext("ingest"));
    }

    static Table read(CsvIngest ingest, RecordingContext context) {
        try {
            return ingest.run(context);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
