package org.tributary.runtime.value;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Forms of numbers, texts and times. */
final class ScalarForms {

    private static final Map<Class<?>, Form> FORMS = new HashMap<>();

    static {
        add(String.class, "text", (value, out) -> out.text(value), DocumentReader::text);
        add(Integer.class, "int", (value, out) -> out.number(value.intValue()), DocumentReader::number);
        add(Long.class, "long", (value, out) -> out.number(value.longValue()), DocumentReader::longNumber);
        add(
                Double.class,
                "double",
                (value, out) -> out.number(Double.doubleToLongBits(value)),
                ScalarForms::readDouble);
        add(Boolean.class, "boolean", (value, out) -> out.number(value ? 1 : 0), DocumentReader::flag);
        addText(Float.class, "float", Float::valueOf);
        addText(Short.class, "short", Short::valueOf);
        addText(Byte.class, "byte", Byte::valueOf);
        addText(Character.class, "char", text -> text.charAt(0));
        addText(BigDecimal.class, "decimal", BigDecimal::new);
        addText(BigInteger.class, "integer", BigInteger::new);
        addText(Duration.class, "duration", Duration::parse);
        addText(Instant.class, "instant", Instant::parse);
        addText(LocalDate.class, "date", LocalDate::parse);
        addText(LocalDateTime.class, "datetime", LocalDateTime::parse);
        add(
                Path.class,
                "path",
                (value, out) -> out.text(value.toString().replace('\\', '/')),
                in -> parse(in.text(), Path::of));
        FORMS.put(int.class, form(Integer.class));
        FORMS.put(long.class, form(Long.class));
        FORMS.put(double.class, form(Double.class));
        FORMS.put(boolean.class, form(Boolean.class));
        FORMS.put(float.class, form(Float.class));
        FORMS.put(short.class, form(Short.class));
        FORMS.put(byte.class, form(Byte.class));
        FORMS.put(char.class, form(Character.class));
    }

    private ScalarForms() {}

    /** The form of a type, or null if it is no scalar. */
    static @Nullable Form form(Class<?> type) {
        return FORMS.get(type);
    }

    private static <T> void addText(Class<T> type, String name, Function<String, T> parse) {
        add(type, name, (value, out) -> out.text(value.toString()), in -> parse(in.text(), parse));
    }

    private static <T> void add(Class<T> type, String name, BiConsumer<T, DocumentWriter> write, Read<T> read) {
        FORMS.put(type, new Scalar<>(type, name, write, read));
    }

    private static double readDouble(DocumentReader in) throws IOException {
        return Double.longBitsToDouble(in.longNumber());
    }

    private static <T> T parse(String text, Function<String, T> parse) throws IOException {
        try {
            return parse.apply(text);
        } catch (RuntimeException e) {
            throw new IOException("\"" + text + "\" cannot be read back", e);
        }
    }

    /** Reads a value. */
    @FunctionalInterface
    private interface Read<T> {
        T from(DocumentReader in) throws IOException;
    }

    private record Scalar<T>(Class<T> type, String name, BiConsumer<T, DocumentWriter> writer, Read<T> reader)
            implements Form {

        @Override
        public void write(Object value, DocumentWriter out) {
            writer.accept(type.cast(value), out);
        }

        @Override
        public Object read(DocumentReader in) throws IOException {
            return reader.from(in);
        }
    }
}
