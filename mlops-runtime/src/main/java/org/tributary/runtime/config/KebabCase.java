package org.tributary.runtime.config;

import java.util.Locale;

/** The form that names of Java take in a configuration: {@code batchSize} is {@code batch-size}. */
final class KebabCase {

    private KebabCase() {}

    /** Gives the form of a component's or class's name; {@code maxURLLength} is {@code max-url-length}. */
    static String of(String name) {
        return name.replaceAll("(?<=\\p{Ll}|\\p{Nd})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Gives the form of a constant's name: {@code MEAN_ABSOLUTE} is {@code mean-absolute}. */
    static String ofConstant(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
