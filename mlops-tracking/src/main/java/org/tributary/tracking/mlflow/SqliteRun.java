package org.tributary.tracking.mlflow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.tracking.Metric;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;
import org.tributary.tracking.mlflow.Experiments.Experiment;
import org.tributary.tracking.mlflow.SqliteTracker.NewRun;

/** A run in the database. Safe for several threads. */
final class SqliteRun implements TrackedRun {

    /** Transactions are kept short, so that others get their turn. */
    private static final int POINTS_AT_ONCE = 1_000;

    private final SqliteSettings settings;
    private final MlflowDatabase database;
    private final NewRun origin;
    private final RunRows rows;
    private final DatasetRows datasets;
    private final ArtifactFolder artifacts;
    private @Nullable RunStatus status;

    private SqliteRun(
            SqliteSettings settings, MlflowDatabase database, NewRun origin, String id, Experiment experiment) {
        this.settings = settings;
        this.database = database;
        this.origin = origin;
        this.rows = new RunRows(id);
        this.datasets = new DatasetRows(experiment.id(), settings.ids());
        this.artifacts = new ArtifactFolder(artifacts(experiment, id), id);
    }

    /** Makes the run's rows. */
    static SqliteRun start(SqliteSettings settings, MlflowDatabase database, NewRun run) {
        String id = settings.ids().get();
        long now = settings.clock().millis();
        String name = run.name().isBlank() ? id : Names.cut("the name of run " + id, run.name(), Names.RUN);
        Experiments experiments = new Experiments(settings.database(), settings.artifacts());
        Experiment experiment = database.write(connection -> {
            Experiment found = experiments.require(connection, run.experiment(), now);
            RunRows rows = new RunRows(id);
            rows.insert(connection, name, settings.user(), now, artifacts(found, id), found.id());
            rows.tags(connection, tags(settings, run, name));
            return found;
        });
        return new SqliteRun(settings, database, run, id, experiment);
    }

    private static String artifacts(Experiment experiment, String id) {
        return experiment.artifacts() + "/" + id + "/artifacts";
    }

    private static Map<String, String> tags(SqliteSettings settings, NewRun run, String name) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("mlflow.user", settings.user());
        tags.put("mlflow.source.name", settings.source());
        tags.put("mlflow.source.type", "LOCAL");
        run.commit().ifPresent(commit -> tags.put("mlflow.source.git.commit", commit));
        run.parent().ifPresent(parent -> tags.put("mlflow.parentRunId", parent));
        tags.put("mlflow.runName", name);
        return tags;
    }

    @Override
    public String id() {
        return rows.id();
    }

    @Override
    public TrackedRun child(String name) {
        return start(settings, database, origin.child(name, id()));
    }

    @Override
    public synchronized void params(Map<String, String> params) {
        Rejections rejections = new Rejections();
        Map<String, String> good = new LinkedHashMap<>();
        params.forEach((name, value) -> {
            if (rejections.accepts(Names.fault("param", name))) {
                good.put(name, Names.cut("the param \"" + name + "\"", value, Names.PARAM));
            }
        });
        write(connection -> rows.params(connection, good, rejections));
        rejections.report();
    }

    @Override
    public synchronized void metrics(List<Metric> points) {
        Rejections rejections = new Rejections();
        List<Metric> good = points.stream()
                .filter(point -> rejections.accepts(Names.fault("metric", point.name())))
                .toList();
        for (int from = 0; from < good.size(); from += POINTS_AT_ONCE) {
            List<Metric> some = good.subList(from, Math.min(good.size(), from + POINTS_AT_ONCE));
            write(connection -> rows.metrics(connection, some));
        }
        rejections.report();
    }

    @Override
    public void tag(String name, String value) {
        tags(Map.of(name, value));
    }

    @Override
    public synchronized void tags(Map<String, String> tags) {
        Rejections rejections = new Rejections();
        Map<String, String> good = new LinkedHashMap<>();
        tags.forEach((name, value) -> {
            if (rejections.accepts(Names.fault("tag", name))) {
                good.put(name, Names.cut("the tag \"" + name + "\"", value, Names.TAG));
            }
        });
        write(connection -> rows.tags(connection, good));
        rejections.report();
    }

    @Override
    public synchronized void input(String name, String digest, String source) {
        Names.checkDataset(name);
        write(connection -> datasets.link(connection, id(), name, digest, source));
    }

    @Override
    public synchronized void artifact(String path, Path file) {
        requireOpen();
        artifacts.add(path, file);
    }

    @Override
    public synchronized void end(RunStatus how) {
        if (status == null) {
            long now = settings.clock().millis();
            write(connection -> rows.end(connection, how, now));
            status = how;
        }
    }

    private void write(Rows change) {
        requireOpen();
        database.write(connection -> {
            change.apply(connection);
            return Optional.empty();
        });
    }

    private void requireOpen() {
        if (status != null) {
            throw new IllegalStateException("run " + id() + " has ended as " + status);
        }
    }

    /** A change of rows. */
    @FunctionalInterface
    private interface Rows {
        void apply(Connection connection) throws SQLException;
    }
}
