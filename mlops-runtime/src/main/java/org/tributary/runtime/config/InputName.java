package org.tributary.runtime.config;

/**
 * An input: the name of a step, or of a step and a part of its value.
 *
 * @param text the whole
 * @param written what stands in the file, for messages
 * @param place where it is written
 */
record InputName(String text, String written, Place place) {

    static InputName of(Tree.Scalar scalar) {
        return new InputName(scalar.text(), scalar.written(), scalar.place());
    }

    String step() {
        return beforeDot(text);
    }

    /** The component of the value; empty for the whole value. */
    String part() {
        return afterDot(text);
    }

    /** The step as messages may show it. */
    String writtenStep() {
        return beforeDot(written);
    }

    /** The part as messages may show it. */
    String writtenPart() {
        return afterDot(written);
    }

    private static String beforeDot(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String afterDot(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
