package org.tributary.runtime.store;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the content of one object; called once for each attempt to store it. */
@FunctionalInterface
public interface ContentWriter {
    /**
     * Writes the whole content. Closing {@code out} is allowed and has no effect.
     *
     * @param out takes the content; buffered
     * @throws IOException if the content cannot be given or written; nothing is stored then
     */
    void writeTo(OutputStream out) throws IOException;
}
