package org.tributary.steps.ingest;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;

/** Takes the rows of a result into columns. */
final class SqlRows {
    private static final int ROWS_BETWEEN_REPORTS = 4096;
    private final ResultSet results;
    private final List<SqlColumn> columns;

    private SqlRows(ResultSet results, List<SqlColumn> columns) {
        this.results = results;
        this.columns = columns;
    }

    static SqlRows of(ResultSet results, DeclaredTypes types, SqlFaults faults) throws SQLException {
        ResultSetMetaData meta = results.getMetaData();
        List<SqlType> sqlTypes = SqlType.of(results);
        List<SqlColumn> columns = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (int index = 1; index <= meta.getColumnCount(); index++) {
            String name = meta.getColumnLabel(index);
            if (!names.add(name)) {
                throw faults.duplicateColumn(name);
            }
            columns.add(SqlColumn.of(name, index, sqlTypes.get(index - 1), types, faults));
        }
        checkDeclared(types, names, faults);
        return new SqlRows(results, columns);
    }

    private static void checkDeclared(DeclaredTypes types, Set<String> names, SqlFaults faults) {
        for (String declared : types.names()) {
            if (!names.contains(declared)) {
                throw faults.unknownColumn(declared, names);
            }
        }
    }

    Table read(StepContext context) throws SQLException, InterruptedException {
        long row = 0;
        while (results.next()) {
            row++;
            for (SqlColumn column : columns) {
                column.add(results, row);
            }
            if (row % ROWS_BETWEEN_REPORTS == 0) {
                context.progress(row, -1);
                context.checkCancelled();
            }
        }
        context.progress(row, row);
        columns.forEach(column -> column.warning().ifPresent(context::warn));
        return Table.of(columns.stream().map(SqlColumn::build).toList());
    }
}
