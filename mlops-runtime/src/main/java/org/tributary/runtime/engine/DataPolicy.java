package org.tributary.runtime.engine;

/**
 * How files under version control are treated before a step reads them.
 *
 * @param pulls whether missing files are brought
 * @param allowsModified whether files that are there are used as they are, whatever their version says
 */
record DataPolicy(boolean pulls, boolean allowsModified) {

    static final DataPolicy STRICT = new DataPolicy(true, false);

    /** Whether the reader of versions is to verify or bring a file. */
    boolean asks(boolean exists) {
        return exists ? !allowsModified : pulls;
    }
}
