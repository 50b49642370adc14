package org.tributary.runtime.config;

import java.util.Comparator;

/**
 * Where something was written: in a file, or as a whole elsewhere.
 *
 * @param source the file, or the override
 * @param line counted from 1; 0 for a source without lines
 * @param column counted from 1 in characters; 0 for a source without lines
 */
record Place(String source, int line, int column) {

    private static final int LONGEST_OVERRIDE = 120;

    /** Lines of the file in their order, then what has no lines. */
    static final Comparator<Place> ORDER = Comparator.comparing((Place place) -> place.line == 0)
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column);

    static Place whole(String source) {
        return new Place(source, 0, 0);
    }

    static Place override(String text) {
        return whole("--set " + Shown.cut(text, LONGEST_OVERRIDE));
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
