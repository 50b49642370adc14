package org.tributary.cache;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes values of one type as folders that other tools can read, and reads them back.
 *
 * <p>Used for exports, such as a model folder. <b>Threads:</b> safe for several threads; two writers never get the same folder.
 *
 * @param <T> the type of the values
 */
public interface FolderFormat<T> {

    /** The type of the values. */
    Class<T> type();

    /**
     * Writes the value into a new folder.
     *
     * @param value not null
     * @param provenance where the value came from, written beside it and never into it; its digest is what
     *     {@link #holds} is asked for later
     * @param folder does not exist yet; its parent does
     * @throws IOException if the disk fails; the caller removes what was written
     */
    void write(T value, RunProvenance provenance, Path folder) throws IOException;

    /**
     * Reads a folder back, after verifying every file of it.
     *
     * @throws IOException if the disk fails
     * @throws org.tributary.pipeline.PipelineException if the folder is damaged or of another format, naming the file
     */
    T read(Path folder) throws IOException;

    /** Whether the folder was written by this format, whatever its state: only such folders may be replaced. */
    boolean owns(Path folder);

    /** Whether the folder holds, with every file intact, the value of that digest. Never throws for a damaged folder. */
    boolean holds(Path folder, String digest);
}
