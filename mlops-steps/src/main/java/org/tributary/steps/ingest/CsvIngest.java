package org.tributary.steps.ingest;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * Reads a CSV file with a header line into a table.
 *
 * <p><b>Archives.</b> A file that begins as gzip or zip is unpacked while it is read, whatever its name; a zip must hold one
 * file. Nothing is written, so names in a zip do no harm, and memory does not grow with what is unpacked but with the table.
 *
 * <p><b>Types.</b> A column without a declared type gets the first of these that ALL its values read as, and text if
 * none does: whole number, number, boolean (true and false in any case), time (ISO dates, or dates and times with a T or a
 * space; an offset is converted to UTC). Digits that a number would lose keep a column text: leading zeros, a leading
 * plus, whole numbers beyond 64 bits, numbers too great for a double. A declared type reads these too, except the last
 * two, and any other value is an error. Infinity and -Infinity are numbers, NaN is a missing one. A column without any
 * value is text. Where one later value makes a column of numbers text, a warning names it.
 *
 * <p><b>Missing</b> are cells that equal a missing token, quoted or not. Spaces and tabs around a value are ignored, but
 * text keeps them; the names in the header lose them. Empty lines are skipped. A file with a header alone is a table
 * without rows.
 *
 * <p><b>Logs</b> the metrics {@code <step>.rows} and {@code <step>.columns}, and the artifact
 * {@code <step>/profile.json}: a {@link org.tributary.table.TableProfile} of all rows. <b>Memory:</b> the table plus a field of at most
 * 4,194,304 characters. <b>Failure:</b> a {@link PipelineException} whose id begins with {@code CSV_}, or {@code SCHEMA_} for the
 * {@link Schema}, and that names file, line and column; a line is where a row begins, counted from 1.
 *
 * @param path the file; relative to the working directory
 * @param delimiter one character between fields, a comma by default
 * @param quote one character around fields that hold delimiters, line breaks or doubled quotes; {@code "} by default,
 *     empty for none
 * @param encoding the name of a character set, UTF-8 by default; a byte order mark overrules it
 * @param missing the texts that stand for a missing value; the empty text and NA by default
 * @param types type by column name, for columns whose type is not to be inferred; none by default
 * @param schema rules for the values of columns, which declare their types, too; none by default
 */
public record CsvIngest(
        @Setting(doc = "The file, plain or in a gzip or zip, relative to the working directory.")
        Path path,

        @Setting(doc = "One character between fields.") String delimiter,

        @Setting(doc = "One character around fields; empty for none.")
        String quote,

        @Setting(doc = "The name of a character set; a byte order mark overrules it.")
        String encoding,

        @Setting(doc = "The texts that stand for a missing value.")
        List<String> missing,

        @Setting(doc = "Type by column name, for columns whose type is not to be inferred.")
        Map<String, ColumnType> types,

        @Setting(doc = "Rules for the values of columns.") Schema schema)
        implements Source<Table> {

    /** Checks the settings and copies the collections. */
    public CsvIngest {
        Objects.requireNonNull(path, "path");
        missing = List.copyOf(missing);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        schema.checkTypes(types);
        if (delimiter.length() != 1 || "\r\n\0".contains(delimiter)) {
            throw new PipelineException("[CSV_DELIMITER] delimiter is \"" + delimiter
                    + "\": it must be one character and no line break, for example \",\", \";\" or a tab.");
        }
        if (quote.length() > 1 || quote.equals(delimiter) || (!quote.isEmpty() && "\r\n\0".contains(quote))) {
            throw new PipelineException(
                    "[CSV_QUOTE] quote is \"" + quote
                            + "\": it must be one character that is neither the delimiter nor a line break, or empty for none.");
        }
        charset(encoding);
    }

    private static Charset charset(String encoding) {
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException unknown) {
            throw new PipelineException(
                    "[CSV_ENCODING] there is no character set \"" + encoding
                            + "\": names are for example UTF-8, UTF-16LE, ISO-8859-1 and windows-1252.",
                    unknown);
        }
    }

    /** Reads a file with commas, quotes and UTF-8, whose missing values are empty or NA. */
    public static CsvIngest of(Path path) {
        return new CsvIngest(path, ",", "\"", "UTF-8", List.of("", "NA"), Map.of(), Schema.none());
    }

    /** With another character between fields. */
    public CsvIngest withDelimiter(String delimiter) {
        return new CsvIngest(path, delimiter, quote, encoding, missing, types, schema);
    }

    /** With another character around fields, or an empty text for none. */
    public CsvIngest withQuote(String quote) {
        return new CsvIngest(path, delimiter, quote, encoding, missing, types, schema);
    }

    /** With another character set. */
    public CsvIngest withEncoding(String encoding) {
        return new CsvIngest(path, delimiter, quote, encoding, missing, types, schema);
    }

    /** With these missing tokens instead. */
    public CsvIngest withMissing(String... missing) {
        return new CsvIngest(path, delimiter, quote, encoding, List.of(missing), types, schema);
    }

    /** With these declared types instead. */
    public CsvIngest withTypes(Map<String, ColumnType> types) {
        return new CsvIngest(path, delimiter, quote, encoding, missing, types, schema);
    }

    /** With these rules for the values of columns instead. */
    public CsvIngest withSchema(Schema schema) {
        return new CsvIngest(path, delimiter, quote, encoding, missing, types, schema);
    }

    /** The file. */
    @Override
    public List<DataInput> inputs() {
        return List.of(DataInput.file(path));
    }

    /** Reads the file. */
    @Override
    public Table run(StepContext context) throws InterruptedException {
        CsvFile file = new CsvFile(path, charset(encoding), this, context);
        SchemaReading reading = new SchemaReading(schema, path, new CsvRowLines(file), context);
        return TableReport.of(reading.read(types, all -> read(file, all, context)), context);
    }

    /** Text cannot be had back from a number, so columns that turn out to be text are read again. */
    private Table read(CsvFile file, Map<String, ColumnType> types, StepContext context) throws InterruptedException {
        MissingTokens tokens = new MissingTokens(missing);
        CsvRows first = file.read(new FirstPass(path, tokens, types));
        List<CsvColumn> columns = new ArrayList<>(first.columns());
        if (columns.stream().anyMatch(CsvColumn::isMisread)) {
            columns.forEach(column -> column.warning().ifPresent(context::warn));
            CsvRows second = file.read(new SecondPass(path, tokens, columns));
            if (second.count() != first.count()) {
                throw CsvFaults.changed(path);
            }
            second.takeInto(columns);
        }
        return Table.of(columns.stream().map(CsvColumn::build).toList());
    }
}
