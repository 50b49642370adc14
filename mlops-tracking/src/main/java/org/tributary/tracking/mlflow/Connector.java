package org.tributary.tracking.mlflow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Opens connections to a SQLite file. */
@FunctionalInterface
interface Connector {

    /** How long SQLite itself waits for another program's lock, as MLflow does. */
    int BUSY_MILLIS = 20_000;

    /** A connection of the caller's; the file is made if it does not exist. */
    Connection open(Path file) throws SQLException;

    /** Connections as MLflow has them: autocommit, no write-ahead log, no enforced foreign keys. */
    static Connector jdbc() {
        return file -> {
            SQLiteConfig config = new SQLiteConfig();
            config.setBusyTimeout(BUSY_MILLIS);
            // A file: URI, because the driver takes a ? in a plain path for the start of its options.
            return config.createConnection("jdbc:sqlite:file:" + file.toUri().getRawPath());
        };
    }

    /** Runs one statement without parameters. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
