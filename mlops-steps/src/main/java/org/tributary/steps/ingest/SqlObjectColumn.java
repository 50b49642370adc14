package org.tributary.steps.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;

/** A column whose values the driver gives as objects; how they are held shows in the first one. */
final class SqlObjectColumn implements SqlColumn {
    private final String name;
    private final int index;
    private final SqlType sqlType;
    private final ColumnType type;
    private final Optional<Misfits> misfits;
    private final SqlFaults faults;
    private @Nullable SqlValues values;
    private int missing;
    private long rounded;

    SqlObjectColumn(
            String name, int index, SqlType sqlType, ColumnType type, Optional<Misfits> misfits, SqlFaults faults) {
        this.name = name;
        this.index = index;
        this.sqlType = sqlType;
        this.type = type;
        this.misfits = misfits;
        this.faults = faults;
    }

    @Override
    public void add(ResultSet results, long row) throws SQLException {
        @Nullable Object value = value(results);
        if (value == null) {
            addMissing();
        } else if (!values(value).add(value)) {
            addMisfit(String.valueOf(value), row);
        } else if (type == ColumnType.NUMBER && SqlValues.isRounded(value)) {
            rounded++;
        }
    }

    private void addMisfit(String value, long row) {
        misfits.orElseThrow(() -> faults.wrongValue(name, sqlType, type, value, row))
                .add((int) row - 1, value);
        addMissing();
    }

    private @Nullable Object value(ResultSet results) throws SQLException {
        return switch (type) {
            case TEXT -> results.getString(index);
            case TIME -> time(results);
            default -> results.getObject(index);
        };
    }

    /** The old classes for times lean on the default zone, so the driver is asked for the new ones. */
    private @Nullable Object time(ResultSet results) throws SQLException {
        @Nullable Object value = results.getObject(index);
        boolean plain =
                value == null || value instanceof Temporal || value instanceof String || value instanceof Number;
        return plain ? value : results.getObject(index, timeClass());
    }

    private Class<?> timeClass() {
        if (sqlType.isDate()) {
            return LocalDate.class;
        }
        return sqlType.hasZone() ? OffsetDateTime.class : LocalDateTime.class;
    }

    private void addMissing() {
        if (values == null) {
            missing++;
        } else {
            values.addMissing();
        }
    }

    private SqlValues values(Object first) {
        if (values == null) {
            values = started(first instanceof String);
        }
        return values;
    }

    private SqlValues started(boolean asText) {
        SqlValues started = asText ? SqlValues.written(name, type) : SqlValues.of(name, type);
        for (int row = 0; row < missing; row++) {
            started.addMissing();
        }
        return started;
    }

    @Override
    public Optional<String> warning() {
        return rounded == 0 ? Optional.empty() : Optional.of(faults.rounded(name, rounded));
    }

    @Override
    public Column build() {
        return (values == null ? started(false) : values).build();
    }
}
