package org.tributary.table;

import java.util.EnumSet;
import java.util.Set;

/**
 * Grows a column from the text of its values, which does not depend on the locale.
 *
 * <p>Spaces and tabs around a value are ignored, except in text. Numbers are ASCII digits with a point, Infinity and
 * -Infinity, and NaN for a missing one; booleans are true and false in any case; times are ISO dates, or dates and times with
 * a T or a space between them, whose offset, if there is one, is converted to UTC.
 */
public interface ColumnParser extends ColumnBuilder {

    /**
     * Adds the value that these characters say.
     *
     * @return false if they say no value of this type; then nothing is added
     */
    boolean add(char[] characters, int offset, int length);

    /** For a column that is known to be of a type: reads every way to write its values. */
    static ColumnParser declared(String name, ColumnType type) {
        Set<NumberShape> whole = EnumSet.of(NumberShape.WHOLE, NumberShape.CODE);
        Set<NumberShape> number = EnumSet.complementOf(EnumSet.of(NumberShape.OTHER));
        return of(name, type, whole, number);
    }

    /**
     * For a column that may be of a type: refuses digits that a number would lose, which are leading zeros and pluses and
     * whole numbers beyond 64 bits.
     */
    static ColumnParser inferred(String name, ColumnType type) {
        return of(name, type, EnumSet.of(NumberShape.WHOLE), NumberParser.INFERRED);
    }

    private static ColumnParser of(String name, ColumnType type, Set<NumberShape> whole, Set<NumberShape> number) {
        return switch (type) {
            case NUMBER -> new NumberParser(name, number);
            case WHOLE -> new WholeParser(name, whole);
            case TEXT -> new TextParser(name);
            case BOOLEAN -> new BooleanParser(name);
            case TIME -> new TimeParser(name);
        };
    }

    /** Goes on with {@linkplain #inferred inferred} decimal numbers where a column of whole ones ended. */
    static ColumnParser inferredAfter(WholeColumn wholes) {
        return new NumberParser(wholes);
    }
}
