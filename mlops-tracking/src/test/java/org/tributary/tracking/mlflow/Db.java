package org.tributary.tracking.mlflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into SQLite files, and makes some from texts. */
final class Db {

    private Db() {}

    static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** The rows as texts, columns joined by a bar; numbers as Java writes them. */
    static List<String> rows(Path file, String sql) throws SQLException {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(row(rows));
            }
            return texts;
        }
    }

    private static String row(ResultSet rows) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            cells.add(String.valueOf(rows.getObject(i)));
        }
        return String.join("|", cells);
    }

    static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Runs a dump; its statements end with a semicolon at the end of a line. */
    static void load(Path file, String resource) throws IOException, SQLException {
        execute(file, statements(resource).toArray(new String[0]));
    }

    static List<String> statements(String resource) throws IOException {
        try (InputStream in = Db.class.getResourceAsStream("/mlflow/" + resource)) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .split(";\\n(?=CREATE |INSERT |BEGIN|COMMIT|\\z)"));
        }
    }
}
