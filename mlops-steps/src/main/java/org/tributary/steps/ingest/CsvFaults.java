package org.tributary.steps.ingest;

import static org.tributary.steps.ingest.FileFaults.shortened;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

    static PipelineException duplicateName(CsvPlace place, String name, int first, int second) {
        return new PipelineException("[CSV_DUPLICATE_HEADER] columns " + first + " and " + second + " are both named \""
                + shortened(name) + "\": " + place + ". Names are unique; rename one in the file.");
    }

    static PipelineException tooManyColumns(CsvPlace place, int most) {
        return new PipelineException("[CSV_TOO_MANY_COLUMNS] the header has more than " + most + " columns: " + place
                + ". Check the delimiter, or store this data by rows.");
    }

    static PipelineException unknownColumn(String setting, Path path, String name, List<String> names) {
        return new PipelineException("[CSV_NO_COLUMN] " + setting + " names a column \"" + name + "\" that " + path
                + " does not have: columns are " + ColumnNames.list(names) + "." + ColumnNames.didYouMean(name, names));
    }

    static PipelineException fields(CsvPlace place, int expected, int actual) {
        return new PipelineException("[CSV_FIELDS] the header has " + count(expected) + " and a row has " + actual
                + ": " + place + ". Quote fields that hold the delimiter, or mend the row.");
    }

    private static String count(int fields) {
        return fields == 1 ? "1 field" : fields + " fields";
    }

    static PipelineException wrongType(CsvPlace place, String name, ColumnType type, String text) {
        return new PipelineException("[CSV_TYPE] column \"" + name + "\" is declared as " + type.label()
                + " and holds \"" + shortened(text) + "\": " + place
                + ". Mend the cell, name its text in missing, or declare another type.");
    }

    static String almostNumbers(CsvPlace place, String name, long before, String misfit) {
        return "column \"" + name + "\" is text: after " + before + " numbers it holds \"" + misfit + "\", " + place
                + ". If that stands for a missing value, name it in missing.";
    }

    static PipelineException nul(CsvPlace place) {
        return new PipelineException("[CSV_NUL] the file holds a NUL character: " + place
                + ". It is no text, or UTF-16 without a byte order mark: then set encoding to UTF-16LE or UTF-16BE.");
    }

    static PipelineException malformed(CsvPlace place, int first) {
        return malformed(place, StandardCharsets.UTF_8, first);
    }

    static PipelineException malformed(CsvPlace place, Charset charset, int first) {
        return new PipelineException("[CSV_MALFORMED] byte " + place.position() + " (0x"
                + String.format(Locale.ROOT, "%02X", first) + ") is not " + charset.name() + ": " + place
                + ". Set encoding to that of the file, for example windows-1252.");
    }

    static PipelineException openQuote(CsvPlace place, String field) {
        return new PipelineException("[CSV_OPEN_QUOTE] the quote that opens " + field + " is never closed: " + place
                + ". Close it, or set quote to a character that the file does not use.");
    }

    static PipelineException afterQuote(CsvPlace place, String field) {
        return new PipelineException("[CSV_AFTER_QUOTE] " + field + " goes on after its closing quote: " + place
                + ". Double the quotes inside it, or look for a quote that opens there and is never closed.");
    }

    static PipelineException longField(CsvPlace place, String field) {
        return new PipelineException("[CSV_LONG_FIELD] " + field + " has more than " + CsvCells.LONGEST + " bytes: "
                + place + ". Look for a quote that opens there and is never closed.");
    }

    static PipelineException longRow(CsvPlace place, int most) {
        return new PipelineException("[CSV_LONG_ROW] a row has more than " + most + " bytes: " + place
                + ". Look for a quote that opens there and is never closed.");
    }

    static PipelineException otherHeader(Path path, Path first, List<String> expected, List<String> found) {
        String difference = expected.size() != found.size()
                ? "it has " + count(found.size()) + " and not " + expected.size()
                : difference(expected, found);
        return new PipelineException("[CSV_OTHER_HEADER] the header of " + path + " is not that of " + first + ": "
                + difference + ". Files that are read together need one header.");
    }

    private static String difference(List<String> expected, List<String> found) {
        int at = 0;
        while (expected.get(at).equals(found.get(at))) {
            at++;
        }
        return "column " + (at + 1) + " is \"" + shortened(found.get(at)) + "\" and not \""
                + shortened(expected.get(at)) + "\"";
    }

    static PipelineException noMatch(Path pattern) {
        return new PipelineException("[CSV_NO_FILE] there is no file that " + pattern
                + " matches. Check the pattern, or fetch the data first.");
    }
}
