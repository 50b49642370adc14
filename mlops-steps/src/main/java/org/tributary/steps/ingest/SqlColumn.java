package org.tributary.steps.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;

/** One column of a result. */
interface SqlColumn {

    /** A column of the declared type, or else of that which follows from the driver's. */
    static SqlColumn of(String name, int index, SqlType sqlType, DeclaredTypes types, SqlFaults faults) {
        ColumnType type = types.type(name).or(sqlType::columnType).orElseThrow(() -> faults.noType(name, sqlType));
        return SqlPrimitiveColumn.of(name, index, sqlType, type)
                .orElseGet(() -> new SqlObjectColumn(name, index, sqlType, type, types.misfits(name), faults));
    }

    /**
     * Adds the value of the row at hand.
     *
     * @param row counted from 1
     */
    void add(ResultSet results, long row) throws SQLException;

    /** What the user should know about the values. */
    Optional<String> warning();

    Column build();
}
