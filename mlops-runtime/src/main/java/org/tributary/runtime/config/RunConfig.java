package org.tributary.runtime.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Setting;

/**
 * What a configuration says: a pipeline that is ready to run, and the surroundings to run it in. <b>Threads:</b> immutable.
 *
 * @param name the name of the pipeline and its runs
 * @param seed what fills the settings named {@code seed} for which nothing is written; already done in the pipeline
 * @param data how files under version control are treated
 * @param cache where results are stored
 * @param tracking where runs are recorded
 * @param exports folders by step, already part of the pipeline
 * @param pipeline the steps; its result is that of the step that is written last
 * @param overrides what was set beside the file, as given
 * @param text the file as written, without the values of environment variables; for tracking
 */
public record RunConfig(
        String name,
        OptionalLong seed,
        Data data,
        Cache cache,
        Tracking tracking,
        Map<String, Path> exports,
        Pipeline<?> pipeline,
        List<String> overrides,
        String text) {

    /** Copies the collections. */
    public RunConfig {
        exports = Map.copyOf(exports);
        overrides = List.copyOf(overrides);
    }

    /** The experiment that runs are recorded in: that of the tracking section, or else the name. */
    public String experiment() {
        return tracking.experiment().orElse(name);
    }

    /**
     * The section {@code data}.
     *
     * @param pull whether missing files are brought before the run; true by default
     * @param allowModified whether a run may use files that differ from their version; false by default
     */
    public record Data(
            @Setting(doc = "Whether missing files under version control are brought before the run.")
            boolean pull,

            @Setting(doc = "Whether a run may use files that differ from their version.")
            boolean allowModified) {

        /** Missing files are brought, and modified ones refused. */
        public static Data defaults() {
            return new Data(true, false);
        }
    }

    /**
     * The section {@code cache}.
     *
     * @param dir the folder, relative to the working directory; {@code .mlops/cache} by default
     */
    public record Cache(
            @Setting(doc = "The folder of stored results, relative to the working directory.")
            Path dir) {

        /** In {@code .mlops/cache}. */
        public static Cache defaults() {
            return new Cache(Path.of(".mlops", "cache"));
        }
    }

    /**
     * The section {@code tracking}.
     *
     * @param uri what an extension's tracker scheme understands; {@code sqlite:mlflow.db} by default
     * @param experiment the experiment; the name of the configuration by default
     */
    public record Tracking(
            @Setting(doc = "Where runs are recorded: a URI whose scheme an extension knows.")
            String uri,

            @Setting(doc = "The experiment; the name of the configuration if none is written.")
            Optional<String> experiment) {

        /** In the local database {@code mlflow.db}. */
        public static Tracking defaults() {
            return new Tracking("sqlite:mlflow.db", Optional.empty());
        }
    }
}
