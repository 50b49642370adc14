package org.tributary.steps.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tributary.steps.RecordingContext;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.WholeColumn;

/** Writes small files of JSON lines and reads them as tables. */
final class JsonLines {
    private JsonLines() {}

    static Path write(Path folder, String text) {
        return write(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("data.jsonl"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Table read(JsonLinesIngest ingest) {
        return read(ingest, new RecordingContext("ingest"));
    }

    static Table read(JsonLinesIngest ingest, RecordingContext context) {
        try {
            return ingest.run(context);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The table as lines; a missing value is null. */
    static String of(Table table) {
        StringWriter lines = new StringWriter();
        for (int row = 0; row < table.rowCount(); row++) {
            try (JsonGenerator out = new JsonFactory().createGenerator(lines)) {
                out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                writeRow(table, row, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    private static void writeRow(Table table, int row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Column column : table.columns()) {
            out.writeFieldName(column.name());
            writeValue(column, row, out);
        }
        out.writeEndObject();
    }

    private static void writeValue(Column column, int row, JsonGenerator out) throws IOException {
        if (column.isMissing(row)) {
            out.writeNull();
        } else if (column instanceof NumberColumn numbers) {
            out.writeNumber(numbers.value(row));
        } else if (column instanceof WholeColumn || column instanceof BooleanColumn) {
            out.writeRawValue(column.text(row));
        } else {
            out.writeString(column.text(row));
        }
    }
}
