package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/**
 * Reads a Parquet file into a table, by DuckDB, whose jar the application adds: {@code org.duckdb:duckdb_jdbc}, which this library
 * does not bring, as it is 80 MB.
 *
 * <p><b>Types</b> are those of the file, as {@link JdbcIngest} maps them: integers up to 64 bits are whole numbers, floats and
 * decimals numbers, then booleans, text, and dates and times, those with a zone in UTC. Unsigned integers of 64 bits, UUIDs and
 * the like are an error unless a type is declared; lists and structures always are, unless declared as text. Nulls are missing.
 * Rows keep their order. The columns are those in the file: names of folders such as {@code year=2026} add none.
 *
 * <p>DuckDB works in memory: it leaves no file behind, and fetches no extension.
 *
 * <p><b>Logs</b> the metrics {@code <step>.rows} and {@code <step>.columns}, and the artifact
 * {@code <step>/profile.json}: a {@link org.tributary.table.TableProfile} of all rows. <b>Memory:</b> the table, and what DuckDB
 * keeps for the rows on their way. <b>Failure:</b> a {@link org.tributary.pipeline.PipelineException} whose id begins with
 * {@code PARQUET_}, or {@code SCHEMA_} for the {@link Schema}, and that names the file.
 *
 * @param path the file, taken as it is written, also with {@code *} in it; relative to the working directory
 * @param types type by column name, for columns whose type is not to follow from the file's; none by default
 * @param schema rules for the values of columns, which declare their types, too; none by default
 */
public record ParquetIngest(
        @Setting(doc = "The file, relative to the working directory.")
        Path path,

        @Setting(doc = "Type by column name, for columns whose type is not to follow from the file's.")
        Map<String, ColumnType> types,

        @Setting(doc = "Rules for the values of columns.") Schema schema)
        implements Source<Table> {

    /** Copies the map and checks that no column has a type in both. */
    public ParquetIngest {
        Objects.requireNonNull(path, "path");
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        schema.checkTypes(types);
    }

    /** Reads a file by its own types. */
    public static ParquetIngest of(Path path) {
        return new ParquetIngest(path, Map.of(), Schema.none());
    }

    /** With these declared types instead. */
    public ParquetIngest withTypes(Map<String, ColumnType> types) {
        return new ParquetIngest(path, types, schema);
    }

    /** With these rules for the values of columns instead. */
    public ParquetIngest withSchema(Schema schema) {
        return new ParquetIngest(path, types, schema);
    }

    /** The file. */
    @Override
    public List<DataInput> inputs() {
        return List.of(DataInput.file(path));
    }

    /** Reads the file. */
    @Override
    public Table run(StepContext context) throws InterruptedException {
        ParquetFile file = new ParquetFile(path, context);
        SchemaReading reading = new SchemaReading(schema, path.toString(), RowPlaces.ofFile(path), context);
        return TableReport.of(reading.read(types, file::read), context);
    }
}
