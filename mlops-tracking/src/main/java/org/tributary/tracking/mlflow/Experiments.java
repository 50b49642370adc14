package org.tributary.tracking.mlflow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/** Finds and makes experiments. Safe for several threads. */
final class Experiments {

    /** The experiment that MLflow makes in an empty database. */
    private static final String DEFAULT = "Default";

    private final Path database;
    private final Path artifacts;

    Experiments(Path database, Path artifacts) {
        this.database = database;
        this.artifacts = artifacts;
    }

    /**
     * A group of runs.
     *
     * @param id its number in the database
     * @param artifacts the URI or path below which its runs keep artifacts
     */
    record Experiment(long id, String artifacts) {}

    /** The active experiment of that name, made if there is none. */
    Experiment require(Connection connection, String name, long now) throws SQLException {
        if (isEmpty(connection)) {
            insert(connection, 0L, DEFAULT, now);
        }
        Experiment found = find(connection, name);
        return found == null ? insert(connection, null, name, now) : found;
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM experiments LIMIT 1");
                ResultSet row = query.executeQuery()) {
            return !row.next();
        }
    }

    private @Nullable Experiment find(Connection connection, String name) throws SQLException {
        String sql = "SELECT experiment_id, artifact_location, lifecycle_stage FROM experiments WHERE name = ?"
                + (hasWorkspaces(connection) ? " AND workspace = 'default'" : "");
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? read(name, row) : null;
            }
        }
    }

    private Experiment read(String name, ResultSet row) throws SQLException {
        if ("deleted".equals(row.getString(3))) {
            throw new PipelineException("[MLFLOW_EXPERIMENT_DELETED] the experiment \"" + name + "\" was deleted in "
                    + database + ". Restore it with \"mlflow experiments restore --experiment-id " + row.getLong(1)
                    + "\", or use another name.");
        }
        String location = row.getString(2);
        long id = row.getLong(1);
        return new Experiment(id, location == null ? location(id) : location);
    }

    /** Newer MLflow keeps experiments of several workspaces; without a server there is only the default one. */
    private static boolean hasWorkspaces(Connection connection) throws SQLException {
        String sql = "SELECT 1 FROM pragma_table_info('experiments') WHERE name = 'workspace'";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    private Experiment insert(Connection connection, @Nullable Long wanted, String name, long now) throws SQLException {
        String sql = "INSERT INTO experiments (experiment_id, name, artifact_location, lifecycle_stage, creation_time,"
                + " last_update_time) VALUES (?, ?, '', 'active', ?, ?) RETURNING experiment_id";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, wanted);
            insert.setString(2, name);
            insert.setLong(3, now);
            insert.setLong(4, now);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return located(connection, row.getLong(1));
            }
        }
    }

    private Experiment located(Connection connection, long id) throws SQLException {
        String sql = "UPDATE experiments SET artifact_location = ? WHERE experiment_id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, location(id));
            update.setLong(2, id);
            update.executeUpdate();
        }
        return new Experiment(id, location(id));
    }

    private String location(long id) {
        return artifacts.resolve(Long.toString(id)).toString();
    }
}
