package org.tributary.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 30d}, {@code 12h}, {@code 45m}, {@code 10s}. */
final class Durations implements ITypeConverter<Duration> {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([dhms])");
    private static final Map<String, Duration> UNITS = Map.of(
            "d", Duration.ofDays(1),
            "h", Duration.ofHours(1),
            "m", Duration.ofMinutes(1),
            "s", Duration.ofSeconds(1));

    @Override
    public Duration convert(String text) {
        Matcher duration = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        Duration unit = duration.matches() ? UNITS.get(duration.group(2)) : null;
        if (unit == null) {
            throw new TypeConversionException("\"" + text + "\" is no duration such as 30d or 12h");
        }
        return unit.multipliedBy(Long.parseLong(duration.group(1)));
    }
}
