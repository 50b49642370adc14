package org.tributary.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A reader of data versions, such as DVC: verifies the files that it tracks and brings those that are missing.
 *
 * <p><b>Threads:</b> safe for several runs at once.
 */
public interface DataVersions {

    /** Whether this reader tracks a file, which need not exist yet. */
    boolean tracks(Path file);

    /**
     * Makes a tracked file present with the content of its version.
     *
     * @throws IOException if it is missing and cannot be brought, or differs from its version; the message names the file and
     *     what to do
     */
    void provide(Path file) throws IOException;

    /** The version of a tracked file as {@code algorithm:hash}; empty if it is not tracked. */
    Optional<String> version(Path file);
}
