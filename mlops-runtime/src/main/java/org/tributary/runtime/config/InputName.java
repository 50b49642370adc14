package org.tributary.runtime.config;

/**
 * An input as it is written: the name of a step, or of a step and a part of its value.
 *
 * @param text the whole
 * @param place where it is written
 */
record InputName(String text, Place place) {

    String step() {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }

    /** The component of the value; empty for the whole value. */
    String part() {
        int dot = text.indexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1);
    }
}
