package org.tributary.runtime.store;

import java.time.Instant;

/** What a look at a directory entry tells, links not followed; {@code size} in bytes. */
record FileFacts(Kind kind, long size, Instant modified) {
    /** OTHER is a link or a special file. */
    enum Kind {
        FILE,
        FOLDER,
        OTHER
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }

    boolean isFolder() {
        return kind == Kind.FOLDER;
    }
}
