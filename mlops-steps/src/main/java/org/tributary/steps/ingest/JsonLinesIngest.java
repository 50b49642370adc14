package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tributary.data.DataInput;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/**
 * Reads a file with one JSON object a line into a table: a row for each line, a column for each key.
 *
 * <p>The file is UTF-8, a byte order mark is ignored, and so are empty lines. Columns stand in the order in which their keys
 * first appear. <b>Missing</b> are null, a key that a line does not have, and values that equal a missing token.
 *
 * <p><b>Types.</b> A column without a declared type gets the first of these that ALL its values are, and text if none is:
 * whole number of 64 bits, number, boolean, time (strings that are ISO dates, or dates and times; an offset is converted to
 * UTC). A string of digits is text. Where values are of several kinds, or numbers too great, the column is text with all values
 * as the file writes them; where numbers come first, a warning names the first other value. A declared type also reads strings
 * that say such a value. A column without any value is text.
 *
 * <p><b>Logs</b> the metrics {@code <step>.rows} and {@code <step>.columns}, and the artifact
 * {@code <step>/profile.json}: a {@link org.tributary.table.TableProfile} of all rows. <b>Memory:</b> the table plus a line of
 * at most 4,194,304 bytes. <b>Failure:</b> a {@link PipelineException} whose id begins with {@code JSONL_}, or {@code SCHEMA_}
 * for the {@link Schema}, and that names file, line and key; nested objects and arrays are refused.
 *
 * @param path the file; relative to the working directory
 * @param missing the values that stand for a missing one, as the file writes them; none by default
 * @param types type by key, for columns whose type is not to be inferred; none by default
 * @param schema rules for the values of keys, which declare their types, too; none by default
 */
public record JsonLinesIngest(
        @Setting(doc = "The file, relative to the working directory.")
        Path path,

        @Setting(doc = "The values that stand for a missing one, besides null.")
        List<String> missing,

        @Setting(doc = "Type by key, for columns whose type is not to be inferred.")
        Map<String, ColumnType> types,

        @Setting(doc = "Rules for the values of keys.") Schema schema)
        implements Source<Table> {

    /** Copies the collections. */
    public JsonLinesIngest {
        Objects.requireNonNull(path, "path");
        missing = List.copyOf(missing);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        schema.checkTypes(types);
    }

    /** Reads a file whose missing values are null or absent, with inferred types. */
    public static JsonLinesIngest of(Path path) {
        return new JsonLinesIngest(path, List.of(), Map.of(), Schema.none());
    }

    /** With these missing tokens instead. */
    public JsonLinesIngest withMissing(String... missing) {
        return new JsonLinesIngest(path, List.of(missing), types, schema);
    }

    /** With these declared types instead. */
    public JsonLinesIngest withTypes(Map<String, ColumnType> types) {
        return new JsonLinesIngest(path, missing, types, schema);
    }

    /** With these rules for the values of keys instead; a key that a line does not have is a missing value. */
    public JsonLinesIngest withSchema(Schema schema) {
        return new JsonLinesIngest(path, missing, types, schema);
    }

    /** The file. */
    @Override
    public List<DataInput> inputs() {
        return List.of(DataInput.file(path));
    }

    /** Reads the file. */
    @Override
    public Table run(StepContext context) throws InterruptedException {
        JsonLinesFile file = new JsonLinesFile(path, missing, context);
        SchemaReading reading = new SchemaReading(schema, path.toString(), file, context);
        return TableReport.of(reading.read(types, file::read), context);
    }
}
