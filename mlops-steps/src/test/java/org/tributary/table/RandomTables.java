package org.tributary.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Random tables with all that is awkward: gaps, extremes, empty and odd text, no rows, no columns. */
final class RandomTables {
    private static final String[] TEXTS = {
        "", "a", "NA", "Ünïcödé", "\u0000", "line\nbreak", "\uD83D\uDC27", "\uD83D", "\uDC27x", " pad ", "İi", "\"q\""
    };
    private static final double[] NUMBERS = {
        0.0, -0.0, Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private static final long[] WHOLES = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE};

    private final SplittableRandom random;

    RandomTables(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Table table() {
        return table(random.nextInt(random.nextInt(10) == 0 ? 300 : 30), random.nextInt(7));
    }

    Table table(int rows, int columns) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            all.add(column("c" + i + TEXTS[random.nextInt(TEXTS.length)], rows));
        }
        return Table.of(all);
    }

    private Column column(String name, int rows) {
        int gapsInTen = random.nextInt(4) * random.nextInt(3);
        return switch (ColumnType.values()[random.nextInt(5)]) {
            case NUMBER -> fill(NumberColumn.builder(name), rows, gapsInTen, b -> b.add(number()));
            case WHOLE -> fill(WholeColumn.builder(name), rows, gapsInTen, b -> b.add(whole()));
            case TEXT -> fill(TextColumn.builder(name), rows, gapsInTen, b -> b.add(text()));
            case BOOLEAN -> fill(BooleanColumn.builder(name), rows, gapsInTen, b -> b.add(random.nextBoolean()));
            case TIME -> fill(TimeColumn.builder(name), rows, gapsInTen, b -> b.addMicros(whole()));
        };
    }

    private <B extends ColumnBuilder> Column fill(B builder, int rows, int gapsInTen, Consumer<B> addOne) {
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(10) < gapsInTen) {
                builder.addMissing();
            } else {
                addOne.accept(builder);
            }
        }
        return builder.build();
    }

    private double number() {
        return switch (random.nextInt(3)) {
            case 0 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 1 -> random.nextInt(2000) / 10.0 - 100;
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private long whole() {
        return random.nextBoolean() ? WHOLES[random.nextInt(WHOLES.length)] : random.nextInt(1000) - 500L;
    }

    private String text() {
        return random.nextBoolean() ? TEXTS[random.nextInt(TEXTS.length)] : "t" + random.nextInt(40);
    }

    /** An equal table whose columns are views into more rows, with other dictionaries and positions. */
    Table sameByOtherMeans(Table table) {
        int rows = table.rowCount();
        int[] backwards = new int[rows];
        for (int i = 0; i < rows; i++) {
            backwards[i] = rows - 1 - i;
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column instanceof TextColumn text ? otherDictionary(text) : column);
        }
        return Table.of(columns).rows(backwards).rows(backwards);
    }

    private static TextColumn otherDictionary(TextColumn text) {
        List<String> reversed = new ArrayList<>(text.dictionary());
        reversed.add("no row has this");
        Collections.reverse(reversed);
        int[] codes = new int[text.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = text.isMissing(row) ? TextColumn.MISSING : reversed.indexOf(text.text(row));
        }
        return TextColumn.ofCodes(text.name(), codes, reversed);
    }
}
