package org.tributary.steps.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.ColumnBuilder;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.WholeColumn;

/** A column whose values the driver holds as one primitive type, so that none of them becomes an object. */
final class SqlPrimitiveColumn implements SqlColumn {
    private final ColumnBuilder column;
    private final Adding adding;

    private SqlPrimitiveColumn(ColumnBuilder column, Adding adding) {
        this.column = column;
        this.adding = adding;
    }

    private interface Adding {
        void add(ResultSet results) throws SQLException;
    }

    private interface LongGetter {
        long get(ResultSet results, int index) throws SQLException;
    }

    private interface DoubleGetter {
        double get(ResultSet results, int index) throws SQLException;
    }

    /** Such a column, if the driver's type and that of the column are the same but for their size. */
    static Optional<SqlColumn> of(String name, int index, SqlType sqlType, ColumnType type) {
        return switch (type) {
            case WHOLE -> longs(sqlType.javaClass()).map(getter -> wholes(name, index, getter));
            case NUMBER -> doubles(sqlType.javaClass()).map(getter -> numbers(name, index, getter));
            case BOOLEAN ->
                sqlType.javaClass().equals("java.lang.Boolean") ? Optional.of(booleans(name, index)) : Optional.empty();
            case TEXT, TIME -> Optional.empty();
        };
    }

    /** A getter of another size would go through an object in some drivers. */
    private static Optional<LongGetter> longs(String javaClass) {
        return switch (javaClass) {
            case "java.lang.Long" -> Optional.of(ResultSet::getLong);
            case "java.lang.Integer" -> Optional.of(ResultSet::getInt);
            case "java.lang.Short" -> Optional.of(ResultSet::getShort);
            case "java.lang.Byte" -> Optional.of(ResultSet::getByte);
            default -> Optional.empty();
        };
    }

    private static Optional<DoubleGetter> doubles(String javaClass) {
        return switch (javaClass) {
            case "java.lang.Double" -> Optional.of(ResultSet::getDouble);
            case "java.lang.Float" -> Optional.of(ResultSet::getFloat);
            default -> Optional.empty();
        };
    }

    private static SqlColumn wholes(String name, int index, LongGetter getter) {
        WholeColumn.Builder column = WholeColumn.builder(name);
        return new SqlPrimitiveColumn(column, results -> {
            long value = getter.get(results, index);
            if (results.wasNull()) {
                column.addMissing();
            } else {
                column.add(value);
            }
        });
    }

    private static SqlColumn numbers(String name, int index, DoubleGetter getter) {
        NumberColumn.Builder column = NumberColumn.builder(name);
        return new SqlPrimitiveColumn(column, results -> {
            double value = getter.get(results, index);
            column.add(results.wasNull() ? Double.NaN : value);
        });
    }

    private static SqlColumn booleans(String name, int index) {
        BooleanColumn.Builder column = BooleanColumn.builder(name);
        return new SqlPrimitiveColumn(column, results -> {
            boolean value = results.getBoolean(index);
            if (results.wasNull()) {
                column.addMissing();
            } else {
                column.add(value);
            }
        });
    }

    @Override
    public void add(ResultSet results, long row) throws SQLException {
        adding.add(results);
    }

    @Override
    public Optional<String> warning() {
        return Optional.empty();
    }

    @Override
    public Column build() {
        return column.build();
    }
}
