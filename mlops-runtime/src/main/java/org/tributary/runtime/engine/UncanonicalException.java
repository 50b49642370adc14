package org.tributary.runtime.engine;

/** Says which component has a value without canonical form; it never leaves {@link SettingsEncoding}. */
final class UncanonicalException extends Exception {
    private static final long serialVersionUID = 1L;

    UncanonicalException(String message) {
        super(message, null, false, false);
    }
}
