package org.tributary.runtime.store;

import java.nio.file.Path;

/**
 * One thing in a store that is not as it should be, or not the store's.
 *
 * @param kind what it is
 * @param path the file or folder
 * @param why completes "the file is ..., ", such as "it ends early"
 * @param fate what was done about it, a sentence without period; empty if nothing was tried
 * @param isOpen whether it is still a trouble
 */
public record Finding(Kind kind, Path path, String why, String fate, boolean isOpen) {
    /** The kinds of findings. */
    public enum Kind {
        /** It is not what was written; a run that meets it computes it again. */
        DAMAGED,
        /** The disk or the system refused to read it, which says nothing about its content. */
        UNREADABLE,
        /** A whole result, of which an object is missing; a run that meets it computes it again. */
        INCOMPLETE,
        /** Written by another version, and left alone. */
        OTHER_VERSION,
        /** Not a file of the store, and left alone. */
        UNKNOWN
    }
}
