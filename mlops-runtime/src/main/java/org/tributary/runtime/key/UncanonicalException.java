package org.tributary.runtime.key;

/** Says which component has a value without canonical form; it never leaves {@link SettingsEncoding}. */
final class UncanonicalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UncanonicalException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Gives half a sentence that names the component and the type. */
    String reason() {
        return reason;
    }
}
