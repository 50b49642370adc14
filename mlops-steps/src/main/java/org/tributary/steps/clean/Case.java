package org.tributary.steps.clean;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tributary.pipeline.Setting;
import org.tributary.table.Column;
import org.tributary.table.Table;

/**
 * Writes text in small or capital letters, by the rules of {@link Locale#ROOT}; missing stays missing.
 *
 * @param to which letters
 * @param columns the columns, which must be there and hold text; all columns of text if there are none, the default
 */
public record Case(
        @Setting(doc = "Which letters.") To to,

        @Setting(doc = "The columns of text; empty is all of them.")
        List<String> columns)
        implements CleanOperation {

    /** Copies the list. */
    public Case {
        Objects.requireNonNull(to, "to");
        columns = List.copyOf(columns);
    }

    /** Changes all columns of text. */
    public static Case of(To to) {
        return new Case(to, List.of());
    }

    /** Writes all columns of text in small letters. */
    public static Case lower() {
        return of(To.LOWER);
    }

    /** Writes all columns of text in capital letters. */
    public static Case upper() {
        return of(To.UPPER);
    }

    /** Changes these columns only. */
    public Case in(String... columns) {
        return new Case(to, List.of(columns));
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, columns, this);
        if (columns.isEmpty()) {
            return TextChange.everywhere(table, this::changed);
        }
        Table written = table;
        for (String name : columns) {
            Column column = TextChange.of(table.text(name), this::changed);
            written = written.with(column);
        }
        return written;
    }

    private Optional<String> changed(String text) {
        return Optional.of(to == To.LOWER ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT));
    }

    /** Which letters text is written in. */
    public enum To {
        /** Small letters. */
        LOWER,
        /** Capital letters. */
        UPPER
    }
}
