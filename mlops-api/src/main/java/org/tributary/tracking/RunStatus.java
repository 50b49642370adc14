package org.tributary.tracking;

/** How a run ended. */
public enum RunStatus {
    /** Every step ran or came from the cache. */
    FINISHED,
    /** At least one step failed. */
    FAILED,
    /** The run was cancelled or its process was asked to end. */
    KILLED
}
