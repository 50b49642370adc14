package org.tributary.runtime.value;

/** A type that cannot be stored; the message says which component of what is to blame. */
public final class NoFormException extends Exception {

    private static final long serialVersionUID = 1L;

    NoFormException(String message) {
        super(message);
    }

    NoFormException within(String component) {
        return new NoFormException(component + ": " + getMessage());
    }
}
