package org.tributary.runtime.store;

import java.io.IOException;

/** Says that content is not what its address says; not a trouble of the disk. */
final class ValueChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    ValueChangedException(String message) {
        super(message);
    }
}
