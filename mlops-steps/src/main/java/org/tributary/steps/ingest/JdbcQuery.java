package org.tributary.steps.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.table.ColumnType;

/**
 * What {@link JdbcIngest} asks a database.
 *
 * @param query one SQL statement that gives rows. Without ORDER BY the order of the rows is the database's whim, and
 *     row order is part of a table
 * @param parameters the values for the question marks in the query, sent as text; none by default. Where the database does not
 *     convert by itself, the query does: {@code WHERE id > CAST(? AS INTEGER)}
 * @param fetchSize how many rows a driver that can do so takes from the database at a time, at least 1; 10,000 by default
 * @param types type by column name, for columns whose type is not to follow from the database's; none by default
 * @param schema rules for the values of columns, which declare their types, too; none by default
 */
public record JdbcQuery(
        @Setting(doc = "One SQL statement that gives rows.") String query,

        @Setting(doc = "The values for the question marks in the query, sent as text.")
        List<String> parameters,

        @Setting(doc = "How many rows are taken from the database at a time.", unit = "rows", min = 1)
        int fetchSize,

        @Setting(doc = "Type by column name, for columns whose type is not to follow from the database's.")
        Map<String, ColumnType> types,

        @Setting(doc = "Rules for the values of columns.") Schema schema) {

    /** Checks the settings and copies the collections. */
    public JdbcQuery {
        parameters = List.copyOf(parameters);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        schema.checkTypes(types);
        if (query.isBlank()) {
            throw new PipelineException(
                    "[JDBC_NO_QUERY] the query is empty: write one SQL statement that gives rows, such as"
                            + " SELECT * FROM customers ORDER BY id.");
        }
        if (fetchSize < 1) {
            throw new PipelineException(
                    "[JDBC_FETCH_SIZE] fetchSize is " + fetchSize + ": it must be at least 1, for example 10000.");
        }
    }

    /** A query without parameters. */
    public static JdbcQuery of(String query) {
        return new JdbcQuery(query, List.of(), 10_000, Map.of(), Schema.none());
    }

    /** With these values for the question marks. */
    public JdbcQuery withParameters(String... parameters) {
        return new JdbcQuery(query, List.of(parameters), fetchSize, types, schema);
    }

    /** With another number of rows at a time. */
    public JdbcQuery withFetchSize(int fetchSize) {
        return new JdbcQuery(query, parameters, fetchSize, types, schema);
    }

    /** With these declared types instead. */
    public JdbcQuery withTypes(Map<String, ColumnType> types) {
        return new JdbcQuery(query, parameters, fetchSize, types, schema);
    }

    /** With these rules for the values of columns instead. */
    public JdbcQuery withSchema(Schema schema) {
        return new JdbcQuery(query, parameters, fetchSize, types, schema);
    }
}
