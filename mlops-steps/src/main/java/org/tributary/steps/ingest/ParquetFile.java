package org.tributary.steps.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;

/** Reads through a Parquet file with DuckDB, which is looked for only here. */
final class ParquetFile {
    private static final String FORMAT = "PARQUET";
    private static final String DRIVER = "org.duckdb.DuckDBDriver";
    private static final String QUERY = "SELECT * FROM read_parquet(?, hive_partitioning = false)";
    /** Rows come bit by bit and in their order; nothing is kept on disk or fetched. */
    private static final Map<String, String> SETTINGS = Map.of(
            "jdbc_stream_results",
            "true",
            "preserve_insertion_order",
            "true",
            "temp_directory",
            "",
            "allow_persistent_secrets",
            "false",
            "autoinstall_known_extensions",
            "false",
            "autoload_known_extensions",
            "false");

    private final Path path;
    private final StepContext context;

    ParquetFile(Path path, StepContext context) {
        this.path = path;
        this.context = context;
    }

    Table read(DeclaredTypes types) throws InterruptedException {
        checkReadable();
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, literal(path.toAbsolutePath().toString()));
            return read(statement, types);
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private Table read(PreparedStatement statement, DeclaredTypes types) throws SQLException, InterruptedException {
        SqlFaults faults = new SqlFaults(FORMAT, path.toString(), "Declare its type in types.");
        try (ResultSet results = statement.executeQuery()) {
            return SqlRows.of(results, types, faults).read(context);
        }
    }

    /** What is no file at all is told before DuckDB takes it for a pattern. */
    private void checkReadable() {
        try (InputStream in = Files.newInputStream(path)) {
            in.read();
        } catch (NoSuchFileException none) {
            throw FileFaults.noFile(FORMAT, path, none);
        } catch (IOException e) {
            throw FileFaults.unreadable(FORMAT, path, e);
        }
    }

    private static Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(SETTINGS);
        return driver().connect("jdbc:duckdb:", properties);
    }

    private static Driver driver() {
        try {
            Class<?> driver = Class.forName(DRIVER, true, ParquetFile.class.getClassLoader());
            return (Driver) driver.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new PipelineException(
                    "[PARQUET_NO_DRIVER] DuckDB, which reads Parquet files, is not on the class path."
                            + " Add org.duckdb:duckdb_jdbc:2.0.0.1 to the dependencies of the application.",
                    e);
        }
    }

    /** A pattern that fits this path only. */
    private static String literal(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }

    private PipelineException damaged(SQLException e) {
        String told = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new PipelineException(
                "[PARQUET_DAMAGED] " + path + " cannot be read as Parquet (" + FileFaults.shortened(told, 200)
                        + "). Make or fetch it again.",
                e);
    }
}
