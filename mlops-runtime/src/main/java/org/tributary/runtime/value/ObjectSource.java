package org.tributary.runtime.value;

import java.io.IOException;
import java.io.InputStream;
import org.tributary.runtime.store.ObjectRef;

/** Where decoding reads objects from: a store that verifies them. */
@FunctionalInterface
public interface ObjectSource {

    /**
     * Opens an object.
     *
     * @throws IOException if it is missing, damaged, or the disk fails
     */
    InputStream read(ObjectRef ref) throws IOException;
}
