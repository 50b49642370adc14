package org.tributary.steps.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tributary.pipeline.PipelineException;

/** Refuses settings of {@link CsvIngest} that make no sense. */
final class CsvSettings {
    private static final String NO_CHARACTER = "\r\n\0";
    private static final String OF_NUMBERS = "0123456789+-eE" + NO_CHARACTER;

    private CsvSettings() {}

    static void check(String delimiter, String quote) {
        if (!isOneOf(delimiter, NO_CHARACTER)) {
            throw new PipelineException("[CSV_DELIMITER] delimiter is \"" + delimiter
                    + "\": it must be one ASCII character and no line break, for example \",\", \";\" or a tab.");
        }
        if (!quote.isEmpty() && (quote.equals(delimiter) || !isOneOf(quote, NO_CHARACTER))) {
            throw new PipelineException(
                    "[CSV_QUOTE] quote is \"" + quote
                            + "\": it must be one ASCII character that is neither the delimiter nor a line break, or empty for none.");
        }
    }

    private static boolean isOneOf(String text, String refused) {
        return text.length() == 1 && text.charAt(0) < 128 && !refused.contains(text);
    }

    static void checkNumbers(String decimal, String thousands) {
        if (!isOneOf(decimal, OF_NUMBERS + " \t")) {
            throw new PipelineException("[CSV_DECIMAL] decimal is \"" + decimal
                    + "\": it must be one ASCII character that numbers do not hold otherwise: \".\" or \",\".");
        }
        if (!thousands.isEmpty() && (thousands.equals(decimal) || !isOneOf(thousands, OF_NUMBERS))) {
            throw new PipelineException(
                    "[CSV_THOUSANDS] thousands is \"" + thousands
                            + "\": it must be one ASCII character that numbers do not hold otherwise, for example \",\", \".\" or \"'\", or empty for none.");
        }
    }

    /** Refuses a column that is declared and not read. */
    static void checkColumns(List<String> columns, Collection<String> declared) {
        for (String name : declared) {
            if (!columns.isEmpty() && !columns.contains(name)) {
                throw new PipelineException("[CSV_COLUMNS] types or schema names column \"" + name
                        + "\", which is not among columns: add it to columns, or take it out of types or schema.");
            }
        }
    }

    static void checkHeader(List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw new PipelineException(
                        "[CSV_HEADER] header names two columns \"" + name + "\": names are unique. Rename one.");
            }
        }
    }
}
