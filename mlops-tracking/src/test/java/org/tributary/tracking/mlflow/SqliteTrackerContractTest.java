package org.tributary.tracking.mlflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.testkit.RecordedRun;
import org.tributary.testkit.TrackerContract;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.Tracker;

class SqliteTrackerContractTest extends TrackerContract {

    @TempDir
    Path home;

    @Override
    protected Tracker tracker() {
        return Trackers.in(home);
    }

    @Override
    protected RecordedRun recorded(String id) {
        try {
            Map<String, String> tags = map("SELECT key, value FROM tags WHERE run_uuid = '" + id + "'");
            return new RecordedRun(
                    rows("SELECT name FROM runs WHERE run_uuid = '" + id + "'").get(0),
                    Optional.ofNullable(tags.get("mlflow.parentRunId")),
                    map("SELECT key, value FROM params WHERE run_uuid = '" + id + "'"),
                    tags,
                    map("SELECT d.name, d.digest FROM inputs i JOIN datasets d ON i.source_id = d.dataset_uuid"
                            + " WHERE i.destination_id = '" + id + "'"),
                    metrics(id),
                    artifacts(id),
                    status(id));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        return Db.rows(home.resolve("mlflow.db"), sql);
    }

    private Map<String, String> map(String sql) throws SQLException {
        Map<String, String> map = new HashMap<>();
        for (String row : rows(sql)) {
            int bar = row.indexOf('|');
            map.put(row.substring(0, bar), row.substring(bar + 1));
        }
        return map;
    }

    private List<Metric> metrics(String id) throws SQLException {
        List<Metric> points = new ArrayList<>();
        for (String row : rows("SELECT key, value, step, timestamp, is_nan FROM metrics WHERE run_uuid = '" + id
                + "' ORDER BY rowid")) {
            String[] cells = row.split("\\|");
            double value = cells[4].equals("1") ? Double.NaN : Double.parseDouble(cells[1]);
            points.add(new Metric(
                    cells[0], value, Long.parseLong(cells[2]), Instant.ofEpochMilli(Long.parseLong(cells[3]))));
        }
        return points;
    }

    private Map<String, byte[]> artifacts(String id) throws SQLException {
        Path root = Path.of(rows("SELECT artifact_uri FROM runs WHERE run_uuid = '" + id + "'")
                .get(0));
        Map<String, byte[]> artifacts = new HashMap<>();
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    artifacts.put(root.relativize(file).toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return artifacts;
    }

    private Optional<RunStatus> status(String id) throws SQLException {
        String status =
                rows("SELECT status FROM runs WHERE run_uuid = '" + id + "'").get(0);
        return status.equals("RUNNING") ? Optional.empty() : Optional.of(RunStatus.valueOf(status));
    }
}
