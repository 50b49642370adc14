package org.tributary.tracking.dvc;

/** What happens when a tracked file in the workspace differs from its version. */
public enum OnModified {
    /** It is an error: results must belong to a version. */
    REFUSE,
    /** It is used as it is, as are files added to a tracked folder. */
    USE
}
