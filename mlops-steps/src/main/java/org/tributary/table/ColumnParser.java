package org.tributary.table;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * Grows a column from the text of its values, which does not depend on the locale.
 *
 * <p>Spaces and tabs around a value are ignored, except in text. Numbers are ASCII digits with a point, Infinity and
 * -Infinity, and NaN for a missing one; booleans are true and false in any case; times are ISO dates, or dates and times with
 * a T or a space between them, whose offset, if there is one, is converted to UTC. Not thread safe.
 */
public interface ColumnParser extends ColumnBuilder {

    /** What the values are. */
    ColumnType type();

    /**
     * Adds the value that these bytes of UTF-8 say.
     *
     * @return false if they say no value of this type; then nothing is added
     */
    boolean add(byte[] utf8, int offset, int length);

    /**
     * Adds the value that this text says.
     *
     * @return false if it says no value of this type; then nothing is added
     */
    default boolean add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return add(utf8, 0, utf8.length);
    }

    /**
     * Adds the value that begins here, if it is written in the most usual way and a delimiter, a CR or an LF ends it: faster
     * than {@link #add(byte[], int, int)}, of which it reads a part.
     *
     * @param plain reads it, if this is a column of numbers or text
     * @param at where the value begins
     * @return where the value ends, or -1 if nothing was added
     */
    default int addPlain(PlainCells plain, int at) {
        return -1;
    }

    /**
     * Adds all rows of another parser, which stays as it is; it must be of the same type, or of whole numbers where this one
     * is of numbers.
     */
    void addAll(ColumnParser later);

    /** Makes room for so many rows in all, so that adding them copies nothing. */
    void reserve(int rows);

    /** Removes all rows and keeps their room for others; columns that were built stay as they are. */
    void clear();

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
}
