package org.tributary.tracking.mlflow;

import java.nio.file.Path;
import java.util.Optional;
import org.tributary.tracking.TrackedRun;
import org.tributary.tracking.Tracker;

/**
 * Records runs in MLflow's SQLite database, in the schema of MLflow 2.22, which every newer MLflow opens.
 *
 * <p>The file is made when the first run starts. A file that a newer MLflow upgraded is written on with the columns known here.
 * Other programs, {@code mlflow ui} among them, may read and write the file meanwhile. <b>Threads:</b> safe for several
 * threads; any number of trackers and processes may share a file. <b>Life cycle:</b> {@link #close} ends the connection;
 * later calls throw {@link IllegalStateException}. <b>Failure:</b> a
 * {@link org.tributary.pipeline.PipelineException} that names the file and the remedy; what was recorded before stays.
 */
public final class SqliteTracker implements Tracker {

    private final SqliteSettings settings;
    private final MlflowDatabase database;
    private final GitHead git;

    private SqliteTracker(SqliteSettings settings, MlflowDatabase database) {
        this.settings = settings;
        this.database = database;
        this.git = new GitHead(Path.of(""));
    }

    /** A tracker with these settings; opens nothing yet. */
    public static SqliteTracker of(SqliteSettings settings) {
        return of(settings, Connector.jdbc());
    }

    /**
     * A tracker of the file that a URI names, with the settings of {@link SqliteSettings#of(Path)}.
     *
     * @param uri such as {@code sqlite:mlflow.db}; a relative path is relative to the working directory
     * @throws org.tributary.pipeline.PipelineException if it names no file
     */
    public static SqliteTracker of(String uri) {
        return of(SqliteSettings.of(SqliteUri.path(uri)));
    }

    static SqliteTracker of(SqliteSettings settings, Connector connector) {
        return new SqliteTracker(settings, new MlflowDatabase(settings.database(), connector));
    }

    /**
     * Starts a run.
     *
     * @param experiment 1 to 256 characters; one that was deleted must be restored first
     * @param name shown for the run, the run's id if blank; cut after 250 characters
     */
    @Override
    public TrackedRun start(String experiment, String name) {
        Names.checkExperiment(experiment);
        return SqliteRun.start(settings, database, NewRun.in(experiment, name, git.commit()));
    }

    /** Opens the database and checks its layout, if the file exists. */
    @Override
    public void prepare() {
        database.prepare();
    }

    @Override
    public void close() {
        database.close();
    }

    /**
     * What a run is started with.
     *
     * @param experiment its experiment's name
     * @param name as it was asked for
     * @param commit the commit of the sources
     * @param parent the id of the run above
     */
    record NewRun(String experiment, String name, Optional<String> commit, Optional<String> parent) {

        static NewRun in(String experiment, String name, Optional<String> commit) {
            return new NewRun(experiment, name, commit, Optional.empty());
        }

        NewRun child(String childName, String id) {
            return new NewRun(experiment, childName, commit, Optional.of(id));
        }
    }
}
