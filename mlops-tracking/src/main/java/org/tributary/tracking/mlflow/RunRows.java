package org.tributary.tracking.mlflow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;

/**
 * The rows of one run. Columns are always named, and conflicts have no target, because a newer MLflow adds columns and widens
 * keys. Called inside transactions; immutable.
 *
 * @param id the run's id
 */
record RunRows(String id) {

    /** The row of the run itself. */
    void insert(Connection connection, String name, String user, long start, String artifacts, long experiment)
            throws SQLException {
        String sql = "INSERT INTO runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status,"
                + " start_time, source_version, lifecycle_stage, artifact_uri, experiment_id)"
                + " VALUES (?, ?, 'UNKNOWN', '', '', ?, 'RUNNING', ?, '', 'active', ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, id);
            insert.setString(2, name);
            insert.setString(3, user);
            insert.setLong(4, start);
            insert.setString(5, artifacts);
            insert.setLong(6, experiment);
            insert.executeUpdate();
        }
    }

    /** Ends the run, not before it started. */
    void end(Connection connection, RunStatus status, long time) throws SQLException {
        String sql = "UPDATE runs SET status = ?, end_time = max(?, coalesce(start_time, 0)) WHERE run_uuid = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, status.name());
            update.setLong(2, time);
            update.setString(3, id);
            update.executeUpdate();
        }
    }

    /** Sets tags, replacing values. */
    void tags(Connection connection, Map<String, String> tags) throws SQLException {
        String sql = "INSERT INTO tags (key, value, run_uuid) VALUES (?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET value = excluded.value";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<String, String> tag : tags.entrySet()) {
                upsert.setString(1, tag.getKey());
                upsert.setString(2, tag.getValue());
                upsert.setString(3, id);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Adds params; those that have another value already are rejected. */
    void params(Connection connection, Map<String, String> params, Rejections rejections) throws SQLException {
        String sql = "INSERT INTO params (key, value, run_uuid) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<String, String> param : params.entrySet()) {
                insert.setString(1, param.getKey());
                insert.setString(2, param.getValue());
                insert.setString(3, id);
                if (insert.executeUpdate() == 0) {
                    rejections.accepts(changed(connection, param.getKey(), param.getValue()));
                }
            }
        }
    }

    private Optional<String> changed(Connection connection, String key, String value) throws SQLException {
        String sql = "SELECT value FROM params WHERE key = ? AND run_uuid = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, key);
            query.setString(2, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                String before = row.getString(1);
                return before.equals(value) ? Optional.empty() : Optional.of(changed(key, before, value));
            }
        }
    }

    private static String changed(String key, String before, String value) {
        return "[MLFLOW_PARAM_CHANGED] the param \"" + key + "\" is \"" + Names.shown(before)
                + "\" and cannot become \"" + Names.shown(value)
                + "\": params do not change during a run. Log it once, or as a tag.";
    }

    /** Adds points to the history, once each, and to the table of latest values that searches read. */
    void metrics(Connection connection, List<Metric> points) throws SQLException {
        String columns = "(key, value, timestamp, run_uuid, step, is_nan) VALUES (?, ?, ?, ?, ?, ?)";
        insert(connection, "INSERT INTO metrics " + columns + " ON CONFLICT DO NOTHING", points);
        insert(
                connection,
                "INSERT INTO latest_metrics " + columns + " ON CONFLICT DO UPDATE SET value = excluded.value,"
                        + " timestamp = excluded.timestamp, step = excluded.step, is_nan = excluded.is_nan"
                        + " WHERE (excluded.step, excluded.timestamp, excluded.value)"
                        + " > (latest_metrics.step, latest_metrics.timestamp, latest_metrics.value)",
                points);
    }

    private void insert(Connection connection, String sql, List<Metric> points) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Metric point : points) {
                insert.setString(1, point.name());
                insert.setDouble(2, stored(point.value()));
                insert.setLong(3, point.time().toEpochMilli());
                insert.setString(4, id);
                insert.setLong(5, point.step());
                insert.setBoolean(6, Double.isNaN(point.value()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A NaN is 0 with a flag beside it, the infinities are the largest doubles. */
    private static double stored(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
}
