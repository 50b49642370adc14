package org.tributary.tracking.mlflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tables of MLflow 2.22: makes them in an empty file, and checks that an existing file can be written with them.
 *
 * <p>A file is judged by its columns and not by its revision, because newer revisions mostly add tables and columns with
 * defaults. Looks again when another program changed the schema. Not safe for several threads.
 */
final class Layout {

    private static final String SCHEMA = "schema-2.22.sql";
    private static final long UNCHECKED = -1;

    /** The columns that are written, by table. */
    private static final Map<String, Set<String>> WRITTEN = written();

    private final Path file;
    private long checked = UNCHECKED;

    Layout(Path file) {
        this.file = file;
    }

    /** Makes or checks the tables, unless nothing changed; called in a transaction. */
    void prepare(Connection connection) throws SQLException {
        if (version(connection) == checked) {
            return;
        }
        Set<String> tables = names(connection, "SELECT name FROM sqlite_master WHERE type = 'table'", null);
        if (tables.isEmpty()) {
            create(connection);
        } else {
            check(connection, tables);
        }
        checked = version(connection);
    }

    /** Looks again next time. */
    void forget() {
        checked = UNCHECKED;
    }

    private void check(Connection connection, Set<String> tables) throws SQLException {
        for (String table : List.of("alembic_version", "experiments", "runs")) {
            if (!tables.contains(table)) {
                throw SqliteTrouble.foreign(file, "it has no table \"" + table + "\"");
            }
        }
        for (Map.Entry<String, Set<String>> entry : WRITTEN.entrySet()) {
            check(connection, entry.getKey(), entry.getValue());
        }
    }

    private void check(Connection connection, String table, Set<String> written) throws SQLException {
        Set<String> present = names(connection, "SELECT name FROM pragma_table_info(?)", table);
        for (String column : written) {
            if (!present.contains(column)) {
                throw SqliteTrouble.tooOld(file, table + "." + column);
            }
        }
        Set<String> needed = names(
                connection,
                "SELECT name FROM pragma_table_info(?) WHERE \"notnull\" = 1 AND dflt_value IS NULL",
                table);
        needed.removeAll(written);
        if (!needed.isEmpty()) {
            throw SqliteTrouble.tooNew(file, table + "." + needed.iterator().next());
        }
    }

    private static void create(Connection connection) throws SQLException {
        for (String statement : schema().split(";\n")) {
            Connector.execute(connection, statement);
        }
    }

    private static String schema() {
        try (InputStream in = Objects.requireNonNull(Layout.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long version(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("PRAGMA schema_version");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Set<String> names(Connection connection, String sql, @Nullable String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (table != null) {
                query.setString(1, table);
            }
            return names(query);
        }
    }

    private static Set<String> names(PreparedStatement query) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static Map<String, Set<String>> written() {
        Map<String, Set<String>> tables = new LinkedHashMap<>();
        tables.put(
                "experiments",
                columns("experiment_id name artifact_location lifecycle_stage creation_time last_update_time"));
        tables.put(
                "runs",
                columns("run_uuid name source_type source_name entry_point_name user_id status start_time end_time"
                        + " source_version lifecycle_stage artifact_uri experiment_id"));
        tables.put("params", columns("key value run_uuid"));
        tables.put("tags", columns("key value run_uuid"));
        tables.put("metrics", columns("key value timestamp run_uuid step is_nan"));
        tables.put("latest_metrics", columns("key value timestamp run_uuid step is_nan"));
        tables.put("datasets", columns("dataset_uuid experiment_id name digest dataset_source_type dataset_source"));
        tables.put("inputs", columns("input_uuid source_type source_id destination_type destination_id"));
        tables.put("input_tags", columns("input_uuid name value"));
        return tables;
    }

    private static Set<String> columns(String names) {
        return new TreeSet<>(List.of(names.split(" ")));
    }
}
