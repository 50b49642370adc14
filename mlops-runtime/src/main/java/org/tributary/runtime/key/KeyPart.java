package org.tributary.runtime.key;

import java.util.Objects;
import java.util.Optional;

/**
 * One part of a step's key, or the reason why there is none, so that the step is not cacheable. Immutable.
 *
 * @param value the part; empty if there is none
 * @param reason why there is no part, as half a sentence that names the first cause; empty text if there is one
 * @param <T> what the part is
 */
public record KeyPart<T>(Optional<T> value, String reason) {
    /** Checks and copies. */
    public KeyPart {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reason, "reason");
    }

    /** Gives a part that is there. */
    public static <T> KeyPart<T> of(T value) {
        return new KeyPart<>(Optional.of(value), "");
    }

    /** Gives the absence of a part, with its reason. */
    public static <T> KeyPart<T> missing(String reason) {
        return new KeyPart<>(Optional.empty(), reason);
    }
}
