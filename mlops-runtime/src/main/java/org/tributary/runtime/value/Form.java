package org.tributary.runtime.value;

import java.io.IOException;

/** How values of one type stand in a document. Immutable. */
interface Form {

    /** The type and its formats as text; part of keys and of documents, so that another form never reads the bytes. */
    String name();

    /** Appends a value. */
    void write(Object value, DocumentWriter out);

    /** Reads a value back. */
    Object read(DocumentReader in) throws IOException;
}
