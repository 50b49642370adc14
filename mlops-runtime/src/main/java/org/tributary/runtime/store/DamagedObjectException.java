package org.tributary.runtime.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Says that an object is missing, damaged or unreadable; to the caller all three are a miss.
 *
 * <p>The message names the file and what became of it. A damaged file has been set aside when this is thrown.
 */
public final class DamagedObjectException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ObjectRef ref;

    DamagedObjectException(ObjectRef ref, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.ref = ref;
    }

    /** {@return the object that could not be read} */
    public ObjectRef ref() {
        return ref;
    }
}
