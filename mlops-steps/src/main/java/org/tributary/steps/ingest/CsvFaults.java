package org.tributary.steps.ingest;

import static org.tributary.steps.ingest.FileFaults.at;
import static org.tributary.steps.ingest.FileFaults.shortened;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipException;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.ColumnNames;
import org.tributary.table.ColumnType;

/** The texts for what is wrong with a CSV file. */
final class CsvFaults {
    private static final String FORMAT = "CSV";

    private CsvFaults() {}

    static PipelineException noFile(Path path, IOException cause) {
        return FileFaults.noFile(FORMAT, path, cause);
    }

    static PipelineException unreadable(Path path, IOException cause) {
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new PipelineException(
                    "[CSV_ARCHIVE] " + path + " is a damaged or encrypted archive ("
                            + Objects.requireNonNullElse(cause.getMessage(), "it is cut")
                            + "). Fetch it again, or unpack it with the tool that made it.",
                    cause);
        }
        return FileFaults.unreadable(FORMAT, path, cause);
    }

    static PipelineException entries(Path path, List<String> names) {
        String listed = names.isEmpty() ? "none" : names.size() + ": " + ColumnNames.list(names);
        return new PipelineException("[CSV_ARCHIVE] " + path + " is a zip that must hold one file and holds "
                + listed.replaceAll("\\p{Cntrl}", "?") + ". Pack one CSV file alone.");
    }

    static PipelineException empty(Path path) {
        return new PipelineException(
                "[CSV_EMPTY] " + path + " holds no line: the first one must be the header. Check how it was made.");
    }

    static PipelineException changed(Path path) {
        return FileFaults.changed(FORMAT, path);
    }

    static PipelineException duplicateName(Path path, long line, String name, int first, int second) {
        return new PipelineException("[CSV_DUPLICATE_HEADER] columns " + first + " and " + second + " are both named \""
                + shortened(name) + "\": " + at(path, line) + ". Names are unique; rename one in the file.");
    }

    static PipelineException tooManyColumns(Path path, long line, int most) {
        return new PipelineException("[CSV_TOO_MANY_COLUMNS] the header has more than " + most + " columns: "
                + at(path, line) + ". Check the delimiter, or store this data by rows.");
    }

    static PipelineException unknownColumn(Path path, String name, List<String> names) {
        return new PipelineException("[CSV_NO_COLUMN] types or schema names a column \"" + name + "\" that " + path
                + " does not have: columns are " + ColumnNames.list(names) + "." + ColumnNames.didYouMean(name, names));
    }

    static PipelineException fields(Path path, long line, int expected, int actual) {
        return new PipelineException("[CSV_FIELDS] the header has " + count(expected) + " and a row has " + actual
                + ": " + at(path, line) + ". Quote fields that hold the delimiter, or mend the row.");
    }

    private static String count(int fields) {
        return fields == 1 ? "1 field" : fields + " fields";
    }

    static PipelineException wrongType(Path path, String name, ColumnType type, Cell cell) {
        return new PipelineException("[CSV_TYPE] column \"" + name + "\" is declared as " + type.label()
                + " and holds \"" + shortened(cell.toString()) + "\": " + at(path, cell.line())
                + ". Mend the cell, name its text in missing, or declare another type.");
    }

    static String almostNumbers(Path path, String name, long before, String misfit, long line) {
        return "column \"" + name + "\" is text: after " + before + " numbers it holds \"" + misfit + "\", "
                + at(path, line) + ". If that stands for a missing value, name it in missing.";
    }

    static PipelineException nul(Path path, long line) {
        return new PipelineException("[CSV_NUL] the file holds a NUL character: " + at(path, line)
                + ". It is no text, or UTF-16 without a byte order mark: then set encoding to UTF-16LE or UTF-16BE.");
    }

    static PipelineException malformed(Path path, Charset charset, long position, int first, long line) {
        return new PipelineException(
                "[CSV_MALFORMED] byte " + position + " (0x" + String.format(Locale.ROOT, "%02X", first) + ") is not "
                        + charset.name() + ": " + at(path, line)
                        + ". Set encoding to that of the file, for example windows-1252.");
    }

    static PipelineException syntax(Path path, CsvRows rows, CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        String place = at(path, rows.fieldLine());
        if (message.startsWith("Unclosed quoted field")) {
            return new PipelineException(
                    "[CSV_OPEN_QUOTE] the quote that opens " + rows.fieldName() + " is never closed: " + place
                            + ". Close it, or set quote to a character that the file does not use.",
                    e);
        } else if (message.startsWith("The maximum buffer size")) {
            return new PipelineException(
                    "[CSV_LONG_FIELD] " + rows.fieldName() + " has more than " + CsvFile.LONGEST_FIELD + " characters: "
                            + place + ". Look for a quote that opens there and is never closed.",
                    e);
        } else if (message.startsWith("Unexpected character after closing quote")) {
            return new PipelineException(
                    "[CSV_AFTER_QUOTE] " + rows.fieldName() + " goes on after its closing quote: " + place
                            + ". Double the quotes inside it, or look for a quote that opens there and is never closed.",
                    e);
        }
        return new PipelineException("[CSV_SYNTAX] " + message + ": " + place + ". Mend the file.", e);
    }
}
