package org.tributary.runtime.key;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a step as its key sees them. Equal settings have an equal digest on any machine and locale. Immutable.
 *
 * @param digest SHA-256 of the whole encoding, in hexadecimal
 * @param components path of each component to the digest of its value, in the order and with the paths of {@code text};
 *     a nested record's is that of its class, since its components follow
 * @param text path of each component to its readable value, as {@link SettingsText} gives it
 * @param classes the records and enums met in the values, which the code fingerprint reaches too
 */
public record CanonicalSettings(
        String digest, Map<String, String> components, Map<String, String> text, Set<Class<?>> classes) {
    /** Checks and copies. */
    public CanonicalSettings {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        text = Collections.unmodifiableMap(new LinkedHashMap<>(text));
        classes = Collections.unmodifiableSet(new LinkedHashSet<>(classes));
    }

    /** Those of what has none. */
    public static CanonicalSettings none() {
        return new CanonicalSettings(new CanonicalBytes().text("none").digest(), Map.of(), Map.of(), Set.of());
    }
}
