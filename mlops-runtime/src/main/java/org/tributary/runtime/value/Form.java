package org.tributary.runtime.value;

import java.io.IOException;

/** How values of one type stand in a document. Immutable. */
interface Form {

    /** The type and its formats as text; part of keys and of documents, so that another form never reads the bytes. */
    String name();

    /** Appends a value. */
    void write(Object value, DocumentWriter out);

    /** Whether a value may come back with its sets or maps in another order of iteration; false for most. */
    default boolean reorders() {
        return false;
    }

    /** Reads a value back. */
    Object read(DocumentReader in) throws IOException;
}
