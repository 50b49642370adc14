package org.tributary.steps.ingest;

/**
 * Bytes of one file between two line breaks, so that they most often are whole rows.
 *
 * @param number counted from 0 over all files
 * @param bytes the bytes, a line feed after them, and eight more
 * @param length how many bytes there are
 * @param place how many bytes come before them, in all files
 * @param last whether the file ends with them
 * @param share how much of all files was read with them, 0 to 1
 */
record CsvBlock(int number, byte[] bytes, int length, long place, boolean last, double share) {
    /** What must be readable behind the bytes: a line break, and a word that begins with it. */
    static final int MARGIN = 9;

    /** Puts the line break behind the bytes. */
    CsvBlock {
        bytes[length] = '\n';
    }
}
