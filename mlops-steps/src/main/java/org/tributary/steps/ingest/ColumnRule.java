package org.tributary.steps.ingest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tributary.pipeline.Setting;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

/**
 * What the values of one column must be; a missing value breaks {@code nullable} alone.
 *
 * <p>Bounds and allowed values are written as in the file: {@code 0.5}, {@code 2007-11-11}. They compare as values of the type,
 * so {@code 1.50} is {@code 1.5}; text compares with its spaces. <b>Threads:</b> safe. <b>Failure:</b> a
 * {@link org.tributary.pipeline.PipelineException} whose id begins with {@code SCHEMA_} for a rule that no value could keep.
 *
 * @param name the column, or the key of JSON lines
 * @param type what its values are
 * @param nullable whether values may be missing; true by default
 * @param min the least value, itself allowed; for number, whole and time; none by default
 * @param max the greatest value, itself allowed, at least {@code min}; for number, whole and time; none by default
 * @param allowed the only values that are allowed; empty, the default, for any
 * @param unique whether no two values may be equal: the first row has its value, later ones break the rule; false by default
 * @param pattern a {@link Pattern} that the whole value must match; for text; none by default. A group that
 *     repeats thousands of times within a value repeats possessively, as in {@code (x|y)*+}, or the stack ends before the value
 */
public record ColumnRule(
        @Setting(doc = "The column, or the key of JSON lines.")
        String name,

        @Setting(doc = "What its values are.") ColumnType type,

        @Setting(doc = "Whether values may be missing.") boolean nullable,

        @Setting(doc = "The least value, of numbers and times, written as in the file.")
        Optional<String> min,

        @Setting(doc = "The greatest value, of numbers and times, written as in the file.")
        Optional<String> max,

        @Setting(doc = "The only values that are allowed; empty for any.")
        List<String> allowed,

        @Setting(doc = "Whether no two values may be equal; the first one stays.")
        boolean unique,

        @Setting(doc = "A regular expression that the whole of a text must match.")
        Optional<String> pattern) {

    /** Checks that each part of the rule fits the type. */
    public ColumnRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        allowed = List.copyOf(allowed);
        checkBounds(name, type, min, max);
        allowed.forEach(value -> parsed(name, type, "allowed", value));
        pattern.ifPresent(expression -> checkPattern(name, type, expression));
    }

    /** A column of this type whose values may be missing, and any. */
    public static ColumnRule of(String name, ColumnType type) {
        return new ColumnRule(name, type, true, Optional.empty(), Optional.empty(), List.of(), false, Optional.empty());
    }

    /** Without missing values. */
    public ColumnRule required() {
        return new ColumnRule(name, type, false, min, max, allowed, unique, pattern);
    }

    /** With this least value. */
    public ColumnRule withMin(String min) {
        return new ColumnRule(name, type, nullable, Optional.of(min), max, allowed, unique, pattern);
    }

    /** With this greatest value. */
    public ColumnRule withMax(String max) {
        return new ColumnRule(name, type, nullable, min, Optional.of(max), allowed, unique, pattern);
    }

    /** With these values alone. */
    public ColumnRule withAllowed(String... allowed) {
        return withAllowed(List.of(allowed));
    }

    /** With these values alone. */
    public ColumnRule withAllowed(List<String> allowed) {
        return new ColumnRule(name, type, nullable, min, max, allowed, unique, pattern);
    }

    /** Without equal values. */
    public ColumnRule withoutDuplicates() {
        return new ColumnRule(name, type, nullable, min, max, allowed, true, pattern);
    }

    /** With values that match this regular expression as a whole. */
    public ColumnRule withPattern(String pattern) {
        return new ColumnRule(name, type, nullable, min, max, allowed, unique, Optional.of(pattern));
    }

    private static void checkBounds(String name, ColumnType type, Optional<String> min, Optional<String> max) {
        Optional<Column> least = min.map(text -> bound(name, type, "min", text));
        Optional<Column> greatest = max.map(text -> bound(name, type, "max", text));
        if (least.isPresent() && greatest.isPresent() && isAbove(least.get(), greatest.get())) {
            throw SchemaFaults.noRange(name, min.orElseThrow(), max.orElseThrow());
        }
    }

    private static Column bound(String name, ColumnType type, String key, String text) {
        if (type == ColumnType.TEXT || type == ColumnType.BOOLEAN) {
            throw SchemaFaults.noOrder(name, type, key);
        }
        return parsed(name, type, key, text);
    }

    private static boolean isAbove(Column least, Column greatest) {
        if (least instanceof NumberColumn number) {
            return number.value(0) > ((NumberColumn) greatest).value(0);
        } else if (least instanceof WholeColumn whole) {
            return whole.value(0) > ((WholeColumn) greatest).value(0);
        }
        return ((TimeColumn) least).value(0) > ((TimeColumn) greatest).value(0);
    }

    private static void checkPattern(String name, ColumnType type, String expression) {
        if (type != ColumnType.TEXT) {
            throw SchemaFaults.patternOfNoText(name, type);
        }
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw SchemaFaults.noPattern(name, expression, e);
        }
    }

    /** A column of this one value. */
    private static Column parsed(String name, ColumnType type, String key, String text) {
        ColumnParser parser = ColumnParser.declared(name, type);
        if (!parser.add(text) || parser.build().isMissing(0)) {
            throw SchemaFaults.noValue(name, type, key, text);
        }
        return parser.build();
    }

    /** The least value as a column of this one value, if there is one. */
    Optional<Column> least() {
        return min.map(text -> parsed(name, type, "min", text));
    }

    /** The greatest value as a column of this one value, if there is one. */
    Optional<Column> greatest() {
        return max.map(text -> parsed(name, type, "max", text));
    }
}
