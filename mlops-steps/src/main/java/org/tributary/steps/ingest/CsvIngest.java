package org.tributary.steps.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tributary.data.DataInput;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/**
 * Reads a CSV file, or several with one header, into a table.
 *
 * <p><b>Archives.</b> A file that begins as gzip or zip is unpacked while it is read, whatever its name; a zip must hold one
 * file. Nothing is written, so names in a zip do no harm, and memory does not grow with what is unpacked but with the table.
 *
 * <p><b>Several files.</b> A path with a star, a question mark or an opening bracket or brace, of which there is no
 * file, is a pattern as {@link DataInput#glob} takes it: the rows of all files that match, in the order of their paths,
 * are one table. Their headers must be the same.
 *
 * <p><b>Types.</b> A column without a declared type gets the first of these that ALL its values read as, and text if
 * none does: whole number, number, boolean (true and false in any case), time (ISO dates, or dates and times with a T or a
 * space; an offset is converted to UTC). Digits that a number would lose keep a column text: leading zeros, a leading
 * plus, whole numbers beyond 64 bits, numbers too great for a double. A declared type reads these too, except the last
 * two, and any other value is an error. Infinity and -Infinity are numbers, NaN is a missing one. A column without any
 * value is text. Where one later value makes a column of numbers text, a warning names it.
 *
 * <p><b>Numbers</b> may have another character than a point before their fraction, and one between groups of thousands: the
 * first group has one to three digits, each other one three, and a fraction has none.
 *
 * <p><b>Missing</b> are cells that equal a missing token, quoted or not. Spaces and tabs around a value are ignored, but
 * text keeps them; the names in the header lose them. Empty lines are skipped. A file with a header alone is a table
 * without rows.
 *
 * <p><b>Logs</b> the metrics {@code <step>.rows} and {@code <step>.columns}, and the artifact
 * {@code <step>/profile.json}: a {@link org.tributary.table.TableProfile} of all rows. <b>Memory:</b> the table, a
 * megabyte or two for each processor, and rows of at most 33,554,432 bytes with fields of at most 4,194,304.
 * <b>Threads:</b> as many as there are processors read parts of a file that is not small; what comes of it does not
 * depend on their number. <b>Failure:</b> a {@link PipelineException} whose id begins with {@code CSV_}, or
 * {@code SCHEMA_} for the {@link Schema}, and that names file, line and column; a line is where a row begins, counted
 * from 1.
 *
 * @param path the file, or a pattern of files; relative to the working directory
 * @param delimiter one ASCII character between fields, a comma by default
 * @param quote one ASCII character around fields that hold delimiters, line breaks or doubled quotes; {@code "} by default,
 *     empty for none
 * @param encoding the name of a character set, UTF-8 by default; a byte order mark overrules it
 * @param missing the texts that stand for a missing value; the empty text and NA by default
 * @param types type by column name, for columns whose type is not to be inferred; none by default
 * @param schema rules for the values of columns, which declare their types, too; none by default
 * @param header the names of the columns of files that have no header; empty by default, for the first line has them
 * @param decimal one ASCII character between whole part and fraction of a number, a point by default
 * @param thousands one ASCII character between groups of three digits of a number; empty by default, for none
 * @param columns the columns to read, in the order of the file whatever their order here; empty by default, for all. Of
 *     others no values are made
 */
public record CsvIngest(
        @Setting(
                doc =
                        "The file, plain or in a gzip or zip, or a pattern such as data/*.csv; relative to the working directory.")
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

        @Setting(doc = "Rules for the values of columns.") Schema schema,

        @Setting(doc = "The names of the columns of files without a header; empty if the first line has them.")
        List<String> header,

        @Setting(doc = "One character between whole part and fraction of a number.")
        String decimal,

        @Setting(doc = "One character between groups of three digits of a number; empty for none.")
        String thousands,

        @Setting(doc = "The columns to read; empty for all.")
        List<String> columns)
        implements Source<Table> {

    private static final char[] WILDCARDS = {'*', '?', '[', '{'};
    /** From how many numbers on it is odd that the next value is none. */
    private static final int NOTABLE = 10;

    /** Checks the settings and copies the collections. */
    public CsvIngest {
        Objects.requireNonNull(path, "path");
        missing = List.copyOf(missing);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        schema.checkTypes(types);
        header = List.copyOf(header);
        CsvSettings.check(delimiter, quote);
        CsvSettings.checkNumbers(decimal, thousands);
        CsvSettings.checkHeader(header);
        columns = List.copyOf(columns);
        CsvSettings.checkColumns(columns, types.keySet());
        CsvSettings.checkColumns(columns, schema.names());
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
        return new CsvIngest(
                path, ",", "\"", "UTF-8", List.of("", "NA"), Map.of(), Schema.none(), List.of(), ".", "", List.of());
    }

    /** Reads a file with tabs between fields; all else as {@link #of}. */
    public static CsvIngest tsv(Path path) {
        return of(path).withDelimiter("\t");
    }

    /** With another character between fields. */
    public CsvIngest withDelimiter(String delimiter) {
        return new CsvIngest(
                path, delimiter, quote, encoding, missing, types, schema, header, decimal, thousands, columns);
    }

    /** With another character around fields, or an empty text for none. */
    public CsvIngest withQuote(String quote) {
        return new CsvIngest(
                path, delimiter, quote, encoding, missing, types, schema, header, decimal, thousands, columns);
    }

    /** With another character set. */
    public CsvIngest withEncoding(String encoding) {
        return new CsvIngest(
                path, delimiter, quote, encoding, missing, types, schema, header, decimal, thousands, columns);
    }

    /** With these missing tokens instead. */
    public CsvIngest withMissing(String... missing) {
        return new CsvIngest(
                path, delimiter, quote, encoding, List.of(missing), types, schema, header, decimal, thousands, columns);
    }

    /** With these declared types instead. */
    public CsvIngest withTypes(Map<String, ColumnType> types) {
        return new CsvIngest(
                path, delimiter, quote, encoding, missing, types, schema, header, decimal, thousands, columns);
    }

    /** With these rules for the values of columns instead. */
    public CsvIngest withSchema(Schema schema) {
        return new CsvIngest(
                path, delimiter, quote, encoding, missing, types, schema, header, decimal, thousands, columns);
    }

    /** For files without a header, whose columns have these names. */
    public CsvIngest withHeader(String... header) {
        return new CsvIngest(
                path, delimiter, quote, encoding, missing, types, schema, List.of(header), decimal, thousands, columns);
    }

    /** With another character between whole part and fraction of numbers. */
    public CsvIngest withDecimal(String decimal) {
        return new CsvIngest(
                path, delimiter, quote, encoding, missing, types, schema, header, decimal, thousands, columns);
    }

    /** With a character between groups of three digits of numbers, or an empty text for none. */
    public CsvIngest withThousands(String thousands) {
        return new CsvIngest(
                path, delimiter, quote, encoding, missing, types, schema, header, decimal, thousands, columns);
    }

    /** With these columns alone, in the order of the file. */
    public CsvIngest withColumns(String... columns) {
        return withColumns(List.of(columns));
    }

    /** With these columns alone, in the order of the file; with all if there are none. */
    public CsvIngest withColumns(List<String> columns) {
        return new CsvIngest(
                path, delimiter, quote, encoding, missing, types, schema, header, decimal, thousands, columns);
    }

    /** The file, or the pattern of files. */
    @Override
    public List<DataInput> inputs() {
        return List.of(isPattern() ? DataInput.glob(pattern()) : DataInput.file(path));
    }

    private boolean isPattern() {
        String pattern = pattern();
        for (char wildcard : WILDCARDS) {
            if (pattern.indexOf(wildcard) >= 0) {
                return !Files.exists(path);
            }
        }
        return false;
    }

    private String pattern() {
        return path.toString().replace('\\', '/');
    }

    /** Reads the files. */
    @Override
    public Table run(StepContext context) throws InterruptedException {
        try (IngestThreads threads = IngestThreads.ofProcessors()) {
            return TableReport.of(read(threads, context), context, threads.helpers());
        }
    }

    /**
     * Reads the files outside of a run: gives the table that {@link #run} gives, without a profile, figures or warnings.
     *
     * @throws PipelineException as for {@link #run}; or the schema sets rows aside, for which there is no place here
     * @throws InterruptedException the calling thread was interrupted
     */
    public Table read() throws InterruptedException {
        if (schema.violations() == Schema.Violations.REJECT) {
            throw SchemaFaults.noPlaceForRejects(path.toString());
        }
        try (IngestThreads threads = IngestThreads.ofProcessors()) {
            return read(threads, new NoRun());
        }
    }

    private Table read(IngestThreads threads, StepContext context) throws InterruptedException {
        CsvReading reading = new CsvReading(files(), charset(encoding), this, threads, context);
        SchemaReading checked = new SchemaReading(schema, path.toString(), new CsvRowPlaces(path, reading), context);
        return checked.read(types, declared -> read(reading, declared, context));
    }

    private List<Path> files() {
        try {
            List<Path> files = inputs().get(0).files();
            if (files.isEmpty()) {
                throw CsvFaults.noMatch(path);
            }
            return files;
        } catch (IOException e) {
            throw CsvFaults.unreadable(path, e);
        }
    }

    /** Text cannot be had back from a number, so columns that turn out to be text are read again. */
    Table read(CsvReading reading, DeclaredTypes known, StepContext context) throws InterruptedException {
        CsvMerge.Result first = reading.read(names -> columns(names, known));
        List<CsvColumn> columns = first.columns();
        if (hasMisfit(columns)) {
            columns.forEach(column -> warn(column, reading.lines(), context));
            columns = readAgain(reading, first);
        }
        List<Column> built = new ArrayList<>();
        for (CsvColumn column : columns) {
            if (!(column instanceof IgnoredColumn)) {
                built.add(column.build());
            }
        }
        return Table.of(built);
    }

    private static boolean hasMisfit(List<CsvColumn> columns) {
        for (CsvColumn column : columns) {
            if (column.misfit().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private List<CsvColumn> columns(List<String> names, DeclaredTypes known) {
        Set<String> all = new HashSet<>(names);
        check("types or schema", known.names(), all, names);
        check("columns", columns, all, names);
        Set<String> wanted = columns.isEmpty() ? all : Set.copyOf(columns);
        List<CsvColumn> empty = new ArrayList<>();
        for (String name : names) {
            empty.add(wanted.contains(name) ? column(name, known) : new IgnoredColumn(name));
        }
        return empty;
    }

    private void check(String setting, Collection<String> named, Set<String> all, List<String> names) {
        for (String name : named) {
            if (!all.contains(name)) {
                throw CsvFaults.unknownColumn(setting, path, name, names);
            }
        }
    }

    private static CsvColumn column(String name, DeclaredTypes known) {
        Optional<ColumnType> type = known.type(name);
        return type.isPresent()
                ? new DeclaredColumn(name, type.get(), known.misfits(name).orElse(null))
                : new InferredColumn(name);
    }

    private static void warn(CsvColumn column, CsvLines lines, StepContext context) {
        column.misfit()
                .filter(misfit -> misfit.numbers() >= NOTABLE)
                .ifPresent(misfit -> context.warn(CsvFaults.almostNumbers(
                        lines.find(misfit.row()), column.name(), misfit.numbers(), misfit.text())));
    }

    private List<CsvColumn> readAgain(CsvReading reading, CsvMerge.Result first) throws InterruptedException {
        CsvMerge.Result second = reading.read(names -> asText(names, first.columns()));
        if (second.rows() != first.rows()) {
            throw CsvFaults.changed(path);
        }
        List<CsvColumn> columns = new ArrayList<>();
        for (int i = 0; i < first.columns().size(); i++) {
            CsvColumn before = first.columns().get(i);
            columns.add(before.misfit().isPresent() ? second.columns().get(i) : before);
        }
        return columns;
    }

    private List<CsvColumn> asText(List<String> names, List<CsvColumn> first) {
        if (!names.equals(first.stream().map(CsvColumn::name).toList())) {
            throw CsvFaults.changed(path);
        }
        return first.stream().map(CsvIngest::asText).toList();
    }

    private static CsvColumn asText(CsvColumn column) {
        return column.misfit().isPresent()
                ? new DeclaredColumn(column.name(), ColumnType.TEXT, null)
                : new IgnoredColumn(column.name());
    }
}
