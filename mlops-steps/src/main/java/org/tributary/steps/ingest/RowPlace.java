package org.tributary.steps.ingest;

import java.nio.file.Path;

/**
 * Where a row begins, for a message or a list.
 *
 * @param file the file; empty if there is none
 * @param line the line, counted from 1; empty if there are no lines
 */
record RowPlace(String file, String line) {

    static RowPlace of(Path file, long line) {
        return new RowPlace(file.toString(), Long.toString(line));
    }

    /**
     * Tells it.
     *
     * @param row counted from 0
     * @param source what was read, which the message names already; the file is told if it is one of several
     */
    String ofRow(int row, String source) {
        String named = file.equals(source) ? "" : file;
        String place = line.isEmpty() ? named : (named + " line " + line).strip();
        return "row " + (row + 1) + (place.isEmpty() ? "" : ", " + place);
    }
}
