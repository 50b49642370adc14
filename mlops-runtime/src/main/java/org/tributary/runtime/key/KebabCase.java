package org.tributary.runtime.key;

import java.util.Locale;

/** The form that names of Java take in configuration and params: {@code batchSize} is {@code batch-size}. */
public final class KebabCase {
    private KebabCase() {}

    /** Gives the form of a component's or class's name; {@code maxURLLength} is {@code max-url-length}. */
    public static String of(String name) {
        StringBuilder kebab = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            if (startsWord(name, i)) {
                kebab.append('-');
            }
            kebab.append(name.charAt(i));
        }
        return kebab.toString().toLowerCase(Locale.ROOT);
    }

    /** Gives the form of a constant's name: {@code MEAN_ABSOLUTE} is {@code mean-absolute}. */
    public static String ofConstant(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean startsWord(String name, int i) {
        if (i == 0 || !Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean lowerFollows = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return !Character.isUpperCase(name.charAt(i - 1)) || lowerFollows;
    }
}
