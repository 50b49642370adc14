package org.tributary.tracking;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/**
 * Where a model is to be found: in a registry by version or alias, in a run, or in a folder.
 *
 * <p>The text forms are MLflow's: {@code models:/name/3}, {@code models:/name@alias}, {@code runs:/id/path}, or the path of a
 * folder. <b>Threads:</b> immutable.
 */
public final class ModelUri {

    private static final Pattern NAME = Pattern.compile("[^/@:]+");
    private static final Pattern VERSION = Pattern.compile("models:/([^/@:]+)/([1-9][0-9]{0,8})");
    private static final Pattern ALIAS = Pattern.compile("models:/([^/@:]+)@([^/@:]+)");
    private static final Pattern RUN = Pattern.compile("runs:/([^/]+)/(.+)");

    private final Kind kind;
    private final String name;
    private final String detail;

    private ModelUri(Kind kind, String name, String detail) {
        this.kind = kind;
        this.name = Objects.requireNonNull(name);
        this.detail = Objects.requireNonNull(detail);
    }

    private enum Kind {
        VERSION,
        ALIAS,
        RUN,
        FOLDER
    }

    /**
     * One version of a registered model.
     *
     * @param name not empty, without {@code /}, {@code @} and {@code :}
     * @param version 1 or more
     * @throws PipelineException if the name is none
     * @throws IllegalArgumentException if the version is less than 1
     */
    public static ModelUri version(String name, int version) {
        if (version < 1) {
            throw new IllegalArgumentException("a version is 1 or more, not " + version);
        }
        return new ModelUri(Kind.VERSION, requireName(name), Integer.toString(version));
    }

    /**
     * The version of a registered model that an alias points at.
     *
     * @param name not empty, without {@code /}, {@code @} and {@code :}
     * @param alias as the name
     * @throws PipelineException if the name or the alias is none
     */
    public static ModelUri alias(String name, String alias) {
        return new ModelUri(Kind.ALIAS, requireName(name), requireName(alias));
    }

    /** A model among the artifacts of a run. */
    public static ModelUri run(String runId, String path) {
        return new ModelUri(Kind.RUN, runId, path);
    }

    /** A model folder. */
    public static ModelUri folder(Path folder) {
        return new ModelUri(Kind.FOLDER, folder.toString(), "");
    }

    /**
     * Reads a text form.
     *
     * @throws PipelineException if the text starts as a model or run URI and is none
     */
    public static ModelUri parse(String text) {
        ModelUri uri = parse(VERSION, Kind.VERSION, text);
        uri = uri != null ? uri : parse(ALIAS, Kind.ALIAS, text);
        uri = uri != null ? uri : parse(RUN, Kind.RUN, text);
        if (uri != null) {
            return uri;
        }
        if (text.startsWith("models:") || text.startsWith("runs:")) {
            throw new PipelineException("[MODEL_BAD_URI] \"" + text + "\" is no model URI. Write models:/name/3, "
                    + "models:/name@alias, runs:/run-id/path or the path of a folder.");
        }
        return folder(Path.of(text));
    }

    private static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new PipelineException(
                    "[MODEL_BAD_NAME] \"" + name
                            + "\" is no name for a model or an alias. A name is not empty and holds neither \"/\", \"@\" nor \":\".");
        }
        return name;
    }

    private static @Nullable ModelUri parse(Pattern pattern, Kind kind, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? new ModelUri(kind, matcher.group(1), matcher.group(2)) : null;
    }

    /**
     * Gives what the matching function gives.
     *
     * @param version called with the model's name and version
     * @param alias called with the model's name and alias
     * @param run called with the run's id and path
     * @param folder called with the folder
     */
    public <R> R fold(
            BiFunction<String, Integer, R> version,
            BiFunction<String, String, R> alias,
            BiFunction<String, String, R> run,
            Function<Path, R> folder) {
        return switch (kind) {
            case VERSION -> version.apply(name, Integer.valueOf(detail));
            case ALIAS -> alias.apply(name, detail);
            case RUN -> run.apply(name, detail);
            case FOLDER -> folder.apply(Path.of(name));
        };
    }

    /** The text form, which {@link #parse} reads. */
    @Override
    public String toString() {
        return switch (kind) {
            case VERSION -> "models:/" + name + "/" + detail;
            case ALIAS -> "models:/" + name + "@" + detail;
            case RUN -> "runs:/" + name + "/" + detail;
            case FOLDER -> name;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelUri uri && kind == uri.kind && name.equals(uri.name) && detail.equals(uri.detail);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, detail);
    }
}
