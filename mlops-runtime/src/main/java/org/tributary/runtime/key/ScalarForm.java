package org.tributary.runtime.key;

import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A type of the JDK whose values have one text each that does not depend on machine or locale. Immutable.
 *
 * @param type the type; values of a subclass count only if the type is abstract, as {@link Path} is
 * @param text gives the text that is encoded
 * @param <T> the type
 */
record ScalarForm<T>(Class<T> type, Function<T, String> text) {
    private static final List<ScalarForm<?>> ALL = List.of(
            new ScalarForm<>(BigDecimal.class, BigDecimal::toString),
            new ScalarForm<>(BigInteger.class, BigInteger::toString),
            new ScalarForm<>(Duration.class, Duration::toString),
            new ScalarForm<>(Instant.class, Instant::toString),
            new ScalarForm<>(LocalDate.class, LocalDate::toString),
            new ScalarForm<>(LocalDateTime.class, LocalDateTime::toString),
            new ScalarForm<>(ZoneId.class, ZoneId::getId),
            new ScalarForm<>(Locale.class, Locale::toLanguageTag),
            new ScalarForm<>(URI.class, URI::toString),
            new ScalarForm<>(UUID.class, UUID::toString),
            new ScalarForm<>(Pattern.class, pattern -> pattern.flags() + ":" + pattern.pattern()),
            new ScalarForm<>(Charset.class, Charset::name),
            new ScalarForm<>(Path.class, ScalarForm::slashed));

    /** Finds the form of a value. */
    static Optional<ScalarForm<?>> of(Object value) {
        return ALL.stream().filter(form -> form.holds(value)).findFirst();
    }

    /** Gives the text of a value of this type. */
    String textOf(Object value) {
        return text.apply(type.cast(value));
    }

    private boolean holds(Object value) {
        if (value instanceof Path path) {
            return type == Path.class && path.getFileSystem() == FileSystems.getDefault();
        }
        return Modifier.isAbstract(type.getModifiers()) ? type.isInstance(value) : value.getClass() == type;
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
