package org.tributary.tracking.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to MLflow's database, opened at the first write, on which every write is a short transaction.
 *
 * <p>A transaction is begun explicitly and at once with the write lock: what the driver does with autocommit off holds the lock
 * between transactions and shuts out other programs. Safe for several threads.
 */
final class MlflowDatabase implements AutoCloseable {

    /** SQLite waits {@link Connector#BUSY_MILLIS} each time. */
    private static final int ATTEMPTS = 3;

    private final Path file;
    private final Connector connector;
    private final Layout layout;
    private final FairPace pace = FairPace.system();
    private @Nullable Connection connection;
    private boolean closed;

    MlflowDatabase(Path file, Connector connector) {
        this.file = file;
        this.connector = connector;
        this.layout = new Layout(file);
    }

    /** What happens inside a transaction; runs once. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    Path file() {
        return file;
    }

    /** Does what the first write would do before it writes, if there is a file. */
    void prepare() {
        if (Files.exists(file)) {
            write(opened -> true);
        }
    }

    /** Does all of the work or nothing. */
    synchronized <T> T write(Work<T> work) {
        if (closed) {
            throw new IllegalStateException("the tracker of " + file + " is closed");
        }
        try {
            return transaction(open(), work);
        } catch (SQLException e) {
            throw SqliteTrouble.with(file, e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            disconnect();
        } catch (SQLException e) {
            throw SqliteTrouble.with(file, e);
        }
    }

    private Connection open() throws SQLException {
        Connection opened = connection;
        if (opened == null) {
            makeFolder();
            opened = connector.open(file);
            connection = opened;
        }
        return opened;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(file.resolveSibling("."));
        } catch (IOException e) {
            throw SqliteTrouble.noFolder(file, e);
        }
    }

    private <T> T transaction(Connection opened, Work<T> work) throws SQLException {
        pace.beforeLock();
        execute(opened, "BEGIN IMMEDIATE");
        pace.locked();
        try {
            layout.prepare(opened);
            T result = work.run(opened);
            execute(opened, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollback(opened, e);
            throw e;
        } finally {
            pace.unlocked();
        }
    }

    /** Several times while another program holds a lock: neither statement has any effect then. */
    private static void execute(Connection opened, String sql) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                Connector.execute(opened, sql);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !SqliteTrouble.isBusy(e)) {
                    throw e;
                }
            }
        }
    }

    private void rollback(Connection opened, Throwable why) {
        layout.forget();
        try {
            Connector.execute(opened, "ROLLBACK");
        } catch (SQLException rolledBackBySqliteItself) {
            why.addSuppressed(rolledBackBySqliteItself);
            dropConnection(why);
        }
    }

    private void dropConnection(Throwable why) {
        try {
            disconnect();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private void disconnect() throws SQLException {
        Connection opened = connection;
        connection = null;
        if (opened != null) {
            opened.close();
        }
    }
}
