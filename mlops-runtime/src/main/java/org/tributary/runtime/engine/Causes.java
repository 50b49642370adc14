package org.tributary.runtime.engine;

/** Puts exceptions of users' code into words, even one whose own methods fail. */
final class Causes {

    private Causes() {}

    /** The class and message, or the class alone if the message cannot be asked for. */
    static String text(Throwable cause) {
        try {
            return cause.toString();
        } catch (RuntimeException | StackOverflowError e) {
            return cause.getClass().getName();
        }
    }
}
