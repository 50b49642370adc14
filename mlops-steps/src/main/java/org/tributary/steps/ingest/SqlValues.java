package org.tributary.steps.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.ColumnBuilder;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

/** Grows a column from the objects that drivers give. */
final class SqlValues {
    private final ColumnBuilder column;
    private final Predicate<Object> adding;

    private SqlValues(ColumnBuilder column, Predicate<Object> adding) {
        this.column = column;
        this.adding = adding;
    }

    /** Text, or values of a type that come as text. */
    static SqlValues written(String name, ColumnType type) {
        ColumnParser parser = ColumnParser.declared(name, type);
        return new SqlValues(parser, value -> parser.add(value.toString()));
    }

    /** Values of a type. */
    static SqlValues of(String name, ColumnType type) {
        return switch (type) {
            case TEXT -> written(name, type);
            case WHOLE -> wholes(WholeColumn.builder(name));
            case NUMBER -> numbers(NumberColumn.builder(name));
            case BOOLEAN -> booleans(BooleanColumn.builder(name));
            case TIME -> times(TimeColumn.builder(name));
        };
    }

    private static SqlValues wholes(WholeColumn.Builder column) {
        return new SqlValues(column, value -> addWhole(column, value));
    }

    private static SqlValues numbers(NumberColumn.Builder column) {
        return new SqlValues(column, value -> addNumber(column, value));
    }

    private static SqlValues booleans(BooleanColumn.Builder column) {
        return new SqlValues(column, value -> addBoolean(column, value));
    }

    private static SqlValues times(TimeColumn.Builder column) {
        return new SqlValues(column, value -> addTime(column, value));
    }

    /** Adds a value, if the column can hold it. */
    boolean add(Object value) {
        return adding.test(value);
    }

    void addMissing() {
        column.addMissing();
    }

    Column build() {
        return column.build();
    }

    private static boolean addWhole(WholeColumn.Builder column, Object value) {
        try {
            if (value instanceof Number number) {
                column.add(
                        isWhole(number) ? number.longValue() : decimal(number).longValueExact());
                return true;
            }
            return false;
        } catch (ArithmeticException | NumberFormatException noWholeNumberOf64Bits) {
            return false;
        }
    }

    private static boolean addNumber(NumberColumn.Builder column, Object value) {
        if (!(value instanceof Number number)) {
            return false;
        }
        double nearest = number.doubleValue();
        boolean tooGreat = Double.isInfinite(nearest) && !isBinary(number);
        if (!tooGreat) {
            column.add(nearest);
        }
        return !tooGreat;
    }

    /** Databases without booleans use 1 and 0. */
    private static boolean addBoolean(BooleanColumn.Builder column, Object value) {
        if (value instanceof Boolean truth) {
            column.add(truth);
            return true;
        }
        double number = value instanceof Number known ? known.doubleValue() : Double.NaN;
        if (number != 0 && number != 1) {
            return false;
        }
        column.add(number == 1);
        return true;
    }

    private static boolean addTime(TimeColumn.Builder column, Object value) {
        try {
            if (value instanceof OffsetDateTime time) {
                column.add(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
            } else if (value instanceof LocalDate date) {
                column.add(date.atStartOfDay());
            } else if (value instanceof LocalDateTime time) {
                column.add(time);
            } else {
                return false;
            }
            return true;
        } catch (ArithmeticException tooFarAway) {
            return false;
        }
    }

    /** Whether a decimal column keeps less of the value than the database did. */
    static boolean isRounded(Object value) {
        if (!(value instanceof Number number) || isBinary(number)) {
            return false;
        }
        return new BigDecimal(Double.toString(number.doubleValue())).compareTo(decimal(number)) != 0;
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static boolean isBinary(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte;
    }
}
