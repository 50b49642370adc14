package org.tributary.runtime.store;

import java.io.IOException;

/** Says that a file is there and is not what was written; the message completes "a stored file is damaged, ...". */
final class DamageException extends IOException {
    private static final long serialVersionUID = 1L;

    DamageException(String message) {
        super(message);
    }

    DamageException(String message, Throwable cause) {
        super(message, cause);
    }
}
