package org.tributary.runtime.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tributary.cache.Codec;

/** Types and values of every kind that has a form. */
final class Samples {

    private Samples() {}

    /** A class with a codec of its own. */
    static final class Grid {

        private final int[] cells;

        Grid(int... cells) {
            this.cells = cells.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Grid grid && Arrays.equals(cells, grid.cells);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(cells);
        }
    }

    /** One byte a cell. */
    record GridCodec() implements Codec<Grid> {

        @Override
        public Class<Grid> type() {
            return Grid.class;
        }

        @Override
        public String format() {
            return "grid/1";
        }

        @Override
        public void encode(Grid grid, OutputStream out) throws IOException {
            for (int cell : grid.cells) {
                out.write(cell);
            }
        }

        @Override
        public Grid decode(InputStream in) throws IOException {
            byte[] bytes = in.readAllBytes();
            int[] cells = new int[bytes.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = bytes[i] & 0xff;
            }
            return new Grid(cells);
        }
    }

    enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "a constant with a body";
            }
        }
    }

    sealed interface Shape {}

    record Circle(double radius) implements Shape {}

    record Group(List<Shape> members) implements Shape {}

    enum Fixed implements Shape {
        DOT,
        LINE {
            @Override
            public String toString() {
                return "long";
            }
        }
    }

    sealed interface Polygon extends Shape {}

    record Triangle(int a, int b, int c) implements Polygon {}

    record Pair<A, B>(A first, B second) {}

    record Tree<T>(T value, List<Tree<T>> children) {}

    record Wrapped<T>(Pair<List<T>, Optional<T>> inner) {}

    record Chain(Optional<Chain> next) {}

    record Scalars(
            boolean flag,
            byte small,
            short medium,
            char letter,
            int number,
            long large,
            float single,
            double real,
            Integer boxed,
            String text,
            BigDecimal decimal,
            BigInteger integer,
            Duration duration,
            Instant instant,
            LocalDate date,
            LocalDateTime dateTime,
            Path path,
            Colour colour) {}

    record Containers(
            List<String> list, Set<Integer> set, Map<String, Double> map, Optional<Long> some, Optional<Grid> none) {}

    record Mixed(Grid left, String note, Grid right, List<Grid> more, Shape shape) {}

    static final Scalars SCALARS = new Scalars(
            true,
            (byte) -3,
            (short) 300,
            'ı',
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            1.5f,
            -0.0,
            7,
            "İstanbul 𝄞",
            new BigDecimal("1.00"),
            BigInteger.TEN.pow(30),
            Duration.ofMillis(1500),
            Instant.parse("2026-11-24T10:15:30.000000001Z"),
            LocalDate.of(2026, 2, 3),
            LocalDateTime.of(2026, 2, 3, 4, 5, 6, 7),
            Path.of("data/raw/a.csv"),
            Colour.GREEN);

    static final Containers CONTAINERS = new Containers(
            List.of("b", "a", ""),
            Set.of(3, 1, 2),
            Map.of("x", 1.0, "y", Double.NaN),
            Optional.of(5L),
            Optional.empty());

    static final Mixed MIXED = new Mixed(
            new Grid(1, 2, 3),
            "note",
            new Grid(255),
            List.of(new Grid(), new Grid(9)),
            new Group(List.of(new Circle(2), Fixed.LINE, new Triangle(3, 4, 5), new Group(List.of()))));

    static final Tree<String> TREE =
            new Tree<>("root", List.of(new Tree<>("leaf", List.of()), new Tree<>("twig", List.of())));

    static ValueForms forms() {
        return ValueForms.of(List.of(new GridCodec()));
    }

    /** The generic type of a component of this record. */
    static Type typeOf(Class<? extends Record> holder, String component) {
        return Arrays.stream(holder.getRecordComponents())
                .filter(one -> one.getName().equals(component))
                .map(RecordComponent::getGenericType)
                .findFirst()
                .orElseThrow();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
