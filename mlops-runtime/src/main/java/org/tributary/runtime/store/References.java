package org.tributary.runtime.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the bodies of results and pointers refer to; the store does not know their form, who writes them does.
 *
 * <p><b>Threads:</b> called on the caller's thread only. <b>Nulls:</b> none.
 */
public interface References {
    /**
     * The objects that a result needs.
     *
     * @param body the body of a result
     * @return its objects
     * @throws IOException if the body is of another form, such as that of another version: what it needs is unknown then
     */
    List<ObjectRef> objects(byte[] body) throws IOException;

    /**
     * The result that a pointer names.
     *
     * @param body the body of a pointer
     * @return the key of the result; empty if it names none
     */
    Optional<String> result(byte[] body);
}
