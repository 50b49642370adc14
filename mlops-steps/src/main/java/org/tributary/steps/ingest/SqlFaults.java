package org.tributary.steps.ingest;

import static org.tributary.steps.ingest.FileFaults.shortened;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.ColumnNames;
import org.tributary.table.ColumnType;

/**
 * The texts for what can be wrong with the result of a query.
 *
 * @param format what the ids begin with
 * @param place what is read, as the texts name it
 * @param advice what to do with a column that cannot be read
 */
record SqlFaults(String format, String place, String advice) {
    private static final int SHOWN_QUERY = 100;
    private static final int SHOWN_FAULT = 300;

    static SqlFaults ofQuery(String query) {
        String shown = shortened(query.strip().replaceAll("\\s+", " "), SHOWN_QUERY);
        return new SqlFaults("JDBC", "query \"" + shown + "\"", "Cast it in the query, or declare its type in types.");
    }

    PipelineException noConnection(SQLException e) {
        return caused(
                "[JDBC_CONNECT] the data source gives no connection (" + told(e) + "): " + place
                        + ". Check that the database runs, and what the data source says of address, user and"
                        + " password.",
                e);
    }

    PipelineException failed(SQLException e) {
        return caused(
                "[JDBC_QUERY] the database fails (" + told(e) + "): " + place
                        + ". Try the query in a client of the database.",
                e);
    }

    PipelineException noType(String column, SqlType type) {
        return new PipelineException("[" + format + "_TYPE] column \"" + shortened(column) + "\" has SQL type "
                + type.name() + ", which no column of a table holds as it is: " + place + ". " + advice);
    }

    PipelineException wrongValue(String column, SqlType sqlType, ColumnType type, String value, long row) {
        return new PipelineException("[" + format + "_VALUE] column \"" + shortened(column) + "\" of SQL type "
                + sqlType.name() + " is read as " + type.label() + " and holds \"" + shortened(value) + "\" in row "
                + row + ": " + place + ". " + advice);
    }

    PipelineException duplicateColumn(String column) {
        return new PipelineException("[" + format + "_DUPLICATE_COLUMN] two columns are named \"" + shortened(column)
                + "\": " + place + ". Name one otherwise, in a query with AS.");
    }

    PipelineException unknownColumn(String column, Set<String> columns) {
        List<String> all = List.copyOf(columns);
        return new PipelineException("[" + format + "_NO_COLUMN] types or schema names a column \"" + column
                + "\" that is not there: " + place + ", columns are " + ColumnNames.list(all) + "."
                + ColumnNames.didYouMean(column, all));
    }

    String rounded(String column, long count) {
        return "column \"" + shortened(column) + "\": " + count + (count == 1 ? " value has" : " values have")
                + " more digits than a number keeps, and " + (count == 1 ? "was" : "were") + " rounded: " + place
                + ". To keep them, declare it as text in types.";
    }

    /** Drivers write addresses with passwords into their messages, so an exception that does is not handed on. */
    private static PipelineException caused(String text, SQLException e) {
        return Secrets.isIn(e) ? new PipelineException(text) : new PipelineException(text, e);
    }

    private static String told(SQLException e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        String state = e.getSQLState() == null ? "" : "SQLState " + e.getSQLState() + ": ";
        return state + shortened(Secrets.hidden(message), SHOWN_FAULT);
    }
}
