package org.tributary.steps.ingest;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection set up for reading, that goes back to its pool as it came. */
record BorrowedConnection(Connection connection, boolean autoCommit, boolean readOnly) implements AutoCloseable {

    static BorrowedConnection of(Connection connection) throws SQLException {
        BorrowedConnection borrowed =
                new BorrowedConnection(connection, connection.getAutoCommit(), connection.isReadOnly());
        setReadOnly(connection, true);
        connection.setAutoCommit(false);
        return borrowed;
    }

    /** To JDBC it is a hint, and some drivers refuse to change it on an open connection. */
    private static void setReadOnly(Connection connection, boolean value) {
        try {
            connection.setReadOnly(value);
        } catch (SQLException refused) {
            return;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
        setReadOnly(connection, readOnly);
    }
}
