package org.tributary.runtime.store;

import java.io.IOException;

/** Says that a file is there and is not what was written; {@link #what} completes "a stored file is damaged, ...". */
final class DamageException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String what;

    DamageException(String what) {
        super(what);
        this.what = what;
    }

    String what() {
        return what;
    }
}
