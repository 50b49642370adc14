package org.tributary.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tributary.table.BooleanColumn;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;

/** Made-up rows of mixed types, a twentieth of the values missing: numbers n0.., categories c0.., booleans b0.. and a label. */
final class Mixed {

    private static final int CATEGORIES = 5;
    private static final int ONE_MISSING_IN = 20;

    private Mixed() {}

    static Table table(int rows, int numbers, int categories, int booleans) {
        Random random = new Random(42);
        Table.Builder table = Table.builder();
        for (int column = 0; column < numbers; column++) {
            table.add(numbers("n" + column, rows, random));
        }
        for (int column = 0; column < categories; column++) {
            table.add(categories("c" + column, rows, random));
        }
        for (int column = 0; column < booleans; column++) {
            table.add(booleans("b" + column, rows, random));
        }
        TextColumn.Builder label = TextColumn.builder("label");
        for (int row = 0; row < rows; row++) {
            label.add(row % 2 == 0 ? "signal" : "background");
        }
        return table.add(label.build()).build();
    }

    private static NumberColumn numbers(String name, int rows, Random random) {
        NumberColumn.Builder column = NumberColumn.builder(name);
        for (int row = 0; row < rows; row++) {
            column.add(random.nextInt(ONE_MISSING_IN) == 0 ? Double.NaN : 3 + 2 * random.nextGaussian());
        }
        return column.build();
    }

    private static TextColumn categories(String name, int rows, Random random) {
        TextColumn.Builder column = TextColumn.builder(name);
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(ONE_MISSING_IN) == 0) {
                column.addMissing();
            } else {
                column.add("k" + random.nextInt(CATEGORIES));
            }
        }
        return column.build();
    }

    private static BooleanColumn booleans(String name, int rows, Random random) {
        BooleanColumn.Builder column = BooleanColumn.builder(name);
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(ONE_MISSING_IN) == 0) {
                column.addMissing();
            } else {
                column.add(random.nextBoolean());
            }
        }
        return column.build();
    }

    /** The rows as maps; a missing value is null. */
    static List<Map<String, Object>> rows(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            Map<String, Object> values = new HashMap<>(table.row(row).asMap());
            table.columnNames().forEach(name -> values.putIfAbsent(name, null));
            rows.add(values);
        }
        return rows;
    }
}
