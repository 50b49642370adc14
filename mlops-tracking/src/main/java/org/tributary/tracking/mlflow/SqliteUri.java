package org.tributary.tracking.mlflow;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tributary.pipeline.PipelineException;

/** Reads the URIs that name a SQLite file: {@code sqlite:mlflow.db} and MLflow's {@code sqlite:///mlflow.db}. */
final class SqliteUri {

    private static final String SCHEME = "sqlite:";

    private SqliteUri() {}

    /** The file; a relative one stays relative. */
    static Path path(String uri) {
        String rest = uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()) : "";
        String path = rest.startsWith("///") ? rest.substring(3) : rest;
        if (path.isEmpty() || path.startsWith("//") || path.indexOf('?') >= 0) {
            throw bad(uri);
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw bad(uri);
        }
    }

    private static PipelineException bad(String uri) {
        return new PipelineException(
                "[MLFLOW_BAD_URI] \"" + uri
                        + "\" names no SQLite file. Write sqlite:mlflow.db, or sqlite:////data/mlflow.db for an absolute path.");
    }
}
