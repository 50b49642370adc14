package org.tributary.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes as people write them: {@code 500M}, {@code 2G}; one K is 1000 bytes. */
final class Sizes implements ITypeConverter<Long> {

    private static final List<String> UNITS = List.of("", "K", "M", "G", "T");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([KMGT]?)B?");

    /** The size with a unit that suits it. */
    static String text(long bytes) {
        if (bytes < 1_000_000_000) {
            return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
        }
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    @Override
    public Long convert(String text) {
        Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new TypeConversionException("\"" + text + "\" is no size such as 500M or 2G");
        }
        try {
            long unit = (long) Math.pow(1000, UNITS.indexOf(size.group(2)));
            return Math.multiplyExact(Long.parseLong(size.group(1)), unit);
        } catch (ArithmeticException e) {
            throw new TypeConversionException("\"" + text + "\" is too large a size");
        }
    }
}
