package org.tributary.steps.ingest;

import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import org.tributary.table.ColumnType;

/**
 * The type of a column as a driver tells it.
 *
 * @param code a constant of {@link Types}
 * @param name what the database calls it
 */
record SqlType(int code, String name) {

    /** The type of column that holds it without loss of meaning. */
    Optional<ColumnType> columnType() {
        return switch (code) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(ColumnType.WHOLE);
            case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC -> Optional.of(ColumnType.NUMBER);
            case Types.BOOLEAN, Types.BIT -> Optional.of(ColumnType.BOOLEAN);
            case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(ColumnType.TIME);
            default -> isText() ? Optional.of(ColumnType.TEXT) : Optional.empty();
        };
    }

    private boolean isText() {
        return switch (code) {
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.CLOB,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.NCLOB -> true;
            default -> false;
        };
    }

    boolean isDate() {
        return code == Types.DATE;
    }

    /** PostgreSQL tells a time with a zone by its name only. */
    boolean hasZone() {
        String lower = name.toLowerCase(Locale.ROOT);
        return code == Types.TIMESTAMP_WITH_TIMEZONE
                || lower.equals("timestamptz")
                || (lower.endsWith("with time zone") && !lower.contains("local"));
    }
}
