package org.tributary.runtime.config;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type whose values are written as one text.
 *
 * @param name what a value must be, for messages
 * @param parse gives the value, empty if the text says none
 */
record ScalarType(String name, Function<String, Optional<?>> parse) {

    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]{0,29})");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?([0-9]{1,400}+(\\.[0-9]{0,400}+)?|\\.[0-9]{1,400}+)([eE][-+]?[0-9]{1,9})?");
    private static final Pattern SHORT_DURATION = Pattern.compile("([0-9]{1,15})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final ScalarType INTEGER = new ScalarType("a whole number", ScalarType::whole);
    private static final ScalarType NUMBER = new ScalarType("a number", ScalarType::decimal);
    private static final ScalarType BOOLEAN = new ScalarType("true or false", ScalarType::truth);
    private static final Map<Class<?>, ScalarType> ALL = Map.of(
            String.class, new ScalarType("a text", Optional::of),
            int.class, INTEGER,
            Integer.class, INTEGER,
            long.class, INTEGER,
            Long.class, INTEGER,
            double.class, NUMBER,
            Double.class, NUMBER,
            boolean.class, BOOLEAN,
            Boolean.class, BOOLEAN);
    private static final Map<Class<?>, ScalarType> OBJECTS = Map.of(
            Path.class, new ScalarType("a path", ScalarType::path),
            Duration.class, new ScalarType("a duration such as 30s, 5m or PT1H", ScalarType::duration));

    static Optional<ScalarType> of(Class<?> type) {
        return Optional.ofNullable(ALL.get(type)).or(() -> Optional.ofNullable(OBJECTS.get(type)));
    }

    private static Optional<BigInteger> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    private static Optional<Double> decimal(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(Double.valueOf(text));
        }
        return switch (text) {
            case ".inf", "+.inf" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-.inf" -> Optional.of(Double.NEGATIVE_INFINITY);
            case ".nan" -> Optional.of(Double.NaN);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> truth(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        try {
            return Optional.of(matcher.matches() ? times(matcher.group(1), matcher.group(2)) : Duration.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Duration times(String count, String unit) {
        return UNITS.getOrDefault(unit, Duration.ZERO).multipliedBy(Long.parseLong(count));
    }
}
