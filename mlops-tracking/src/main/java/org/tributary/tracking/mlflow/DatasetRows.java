package org.tributary.tracking.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows that link data to the runs of an experiment. Called inside transactions; as safe for threads as its ids.
 *
 * @param experiment the number of the experiment
 * @param ids gives new ids
 */
record DatasetRows(long experiment, Supplier<String> ids) {

    /** Longest digest that MLflow takes: 32 hexadecimal digits and a short prefix. */
    private static final int DIGEST = 36;

    /** The tag of an input that holds the whole digest. */
    private static final String WHOLE_DIGEST = "tributary.digest";

    /** Longest value of an input's tag. */
    private static final int TAG = 500;

    /** Notes that the run reads data; once for the same data. */
    void link(Connection connection, String run, String name, String digest, String source) throws SQLException {
        String input = ids.get();
        String sql = "INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id)"
                + " VALUES (?, 'DATASET', ?, 'RUN', ?) ON CONFLICT DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, input);
            insert.setString(2, require(connection, name, shortened(digest), source));
            insert.setString(3, run);
            if (insert.executeUpdate() == 1) {
                tag(connection, input, digest);
            }
        }
    }

    private void tag(Connection connection, String input, String digest) throws SQLException {
        String sql = "INSERT INTO input_tags (input_uuid, name, value) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, input);
            insert.setString(2, WHOLE_DIGEST);
            insert.setString(3, Names.cut("the digest of an input", digest, TAG));
            insert.executeUpdate();
        }
    }

    private String require(Connection connection, String name, String digest, String source) throws SQLException {
        String found = find(connection, name, digest);
        return found == null ? insert(connection, name, digest, source) : found;
    }

    private @Nullable String find(Connection connection, String name, String digest) throws SQLException {
        String sql = "SELECT dataset_uuid FROM datasets WHERE experiment_id = ? AND name = ? AND digest = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, experiment);
            query.setString(2, name);
            query.setString(3, digest);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private String insert(Connection connection, String name, String digest, String source) throws SQLException {
        String id = ids.get();
        String sql = "INSERT INTO datasets (dataset_uuid, experiment_id, name, digest, dataset_source_type,"
                + " dataset_source) VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, id);
            insert.setLong(2, experiment);
            insert.setString(3, name);
            insert.setString(4, digest);
            insert.setString(5, isWeb(source) ? "http" : "local");
            insert.setString(6, json(isWeb(source) ? "url" : "uri", source));
            insert.executeUpdate();
        }
        return id;
    }

    /** The beginning of the hash without its algorithm, if all of it is too long. */
    private static String shortened(String digest) {
        if (digest.length() <= DIGEST) {
            return digest;
        }
        String hash = digest.substring(digest.indexOf(':') + 1);
        return hash.length() <= DIGEST ? hash : hash.substring(0, DIGEST);
    }

    private static boolean isWeb(String source) {
        return source.startsWith("http://") || source.startsWith("https://");
    }

    private static String json(String key, String value) {
        return JsonNodeFactory.instance.objectNode().put(key, value).toString();
    }
}
