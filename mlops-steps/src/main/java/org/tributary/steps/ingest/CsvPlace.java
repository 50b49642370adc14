package org.tributary.steps.ingest;

import java.nio.file.Path;

/**
 * A byte of a file, for a message.
 *
 * @param path the file
 * @param line the line, counted from 1
 * @param position how many bytes of the file come before it, if the file is in UTF-8
 */
record CsvPlace(Path path, long line, long position) {

    @Override
    public String toString() {
        return path + " line " + line;
    }
}
