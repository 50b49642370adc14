package org.tributary.runtime.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces <code>${NAME}</code> where written, and keeps the values out of messages. For one thread. */
final class Environment {

    private static final Pattern VARIABLE = Pattern.compile("(\\$?)\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final int SHORTEST_SECRET = 4;

    private final Map<String, String> variables;
    private final Map<String, String> names = new LinkedHashMap<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Replaces each variable; a second dollar before it keeps it as it is, without that dollar.
     *
     * @return empty if a variable is not set, which was told then
     */
    Optional<String> replace(String written, Place place, Supplier<String> path, Faults faults) {
        int told = faults.count();
        String replaced = replaced(written, place, path, faults);
        return faults.count() == told ? Optional.of(replaced) : Optional.empty();
    }

    private String replaced(String written, Place place, Supplier<String> path, Faults faults) {
        return VARIABLE.matcher(written)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).isEmpty()
                                ? value(match, place, path, faults)
                                : match.group().substring(1)));
    }

    /** Puts the names of variables where a text has got hold of their values. */
    String redact(String text) {
        String redacted = text;
        for (Map.Entry<String, String> variable : names.entrySet()) {
            redacted = redacted.replace(variable.getKey(), "${" + variable.getValue() + "}");
        }
        return redacted;
    }

    private String value(MatchResult match, Place place, Supplier<String> path, Faults faults) {
        String name = match.group(2);
        String value = variables.get(name);
        if (value == null) {
            faults.add(
                    Rule.CONFIG_UNSET_VARIABLE,
                    place,
                    path.get(),
                    "the environment variable " + Shown.quoted(name) + " is not set.");
            return match.group();
        }
        if (value.length() >= SHORTEST_SECRET) {
            names.put(value, name);
        }
        return value;
    }
}
