package org.tributary.steps.ingest;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tributary.table.ColumnType;

/**
 * The type of a column as a driver tells it.
 *
 * @param code a constant of {@link Types}
 * @param name what the database calls it
 * @param javaClass the name of the class of all its values; Object's if each row may have another one
 */
record SqlType(int code, String name, String javaClass) {
    private static final String ANY = Object.class.getName();

    /** The types of the columns of a result. */
    static List<SqlType> of(ResultSet results) throws SQLException {
        ResultSetMetaData meta = results.getMetaData();
        boolean typedByRow = isTypedByRow(results);
        List<SqlType> types = new ArrayList<>();
        for (int index = 1; index <= meta.getColumnCount(); index++) {
            String javaClass = typedByRow ? ANY : String.valueOf(meta.getColumnClassName(index));
            types.add(new SqlType(meta.getColumnType(index), String.valueOf(meta.getColumnTypeName(index)), javaClass));
        }
        return types;
    }

    /** SQLite keeps any value in any column, and its driver tells the class of the first one. */
    private static boolean isTypedByRow(ResultSet results) throws SQLException {
        return results.getStatement()
                .getConnection()
                .getMetaData()
                .getDatabaseProductName()
                .equals("SQLite");
    }

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
