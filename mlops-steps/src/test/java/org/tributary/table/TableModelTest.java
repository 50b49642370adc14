package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random operations on a table beside the same ones on plain lists of texts. */
class TableModelTest {
    private static final long SEED = 31_337;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int freshNames;

    @Test
    void operations_inAnyOrder_agreeWithPlainLists() {
        for (int i = 0; i < 200; i++) {
            Table table = new RandomTables(random.nextLong()).table(random.nextInt(20), 1 + random.nextInt(5));
            Map<String, List<String>> plain = plain(table);
            for (int k = 0; k < 12; k++) {
                table = change(table, plain);
                assertThat(plain(table))
                        .as("seed %d case %d step %d", SEED, i, k)
                        .isEqualTo(plain);
                assertThat(table.columnNames())
                        .as("seed %d case %d step %d", SEED, i, k)
                        .containsExactlyElementsOf(plain.keySet());
            }
        }
    }

    private static Map<String, List<String>> plain(Table table) {
        Map<String, List<String>> plain = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            List<String> texts = new ArrayList<>();
            for (int row = 0; row < table.rowCount(); row++) {
                texts.add(column.isMissing(row) ? "missing" : "=" + column.text(row));
            }
            plain.put(column.name(), texts);
        }
        return plain;
    }

    private Table change(Table table, Map<String, List<String>> plain) {
        return switch (random.nextInt(6)) {
            case 0 -> pick(table, plain);
            case 1 -> slice(table, plain);
            case 2 -> drop(table, plain);
            case 3 -> add(table, plain);
            case 4 -> replace(table, plain);
            default -> rename(table, plain);
        };
    }

    private Table pick(Table table, Map<String, List<String>> plain) {
        int[] rows = table.rowCount() == 0
                ? new int[0]
                : random.ints(random.nextInt(25), 0, table.rowCount()).toArray();
        plain.replaceAll(
                (name, texts) -> IntStream.of(rows).mapToObj(texts::get).toList());
        return table.rows(rows);
    }

    private Table slice(Table table, Map<String, List<String>> plain) {
        int from = random.nextInt(table.rowCount() + 1);
        int to = from + random.nextInt(table.rowCount() - from + 1);
        plain.replaceAll((name, texts) -> texts.subList(from, to));
        return table.slice(from, to);
    }

    private Table drop(Table table, Map<String, List<String>> plain) {
        if (plain.size() < 2) {
            return table;
        }
        String name = anyName(table);
        plain.remove(name);
        return table.drop(List.of(name));
    }

    private Table add(Table table, Map<String, List<String>> plain) {
        return put(table, plain, "fresh" + freshNames++);
    }

    private Table replace(Table table, Map<String, List<String>> plain) {
        return put(table, plain, anyName(table));
    }

    private Table put(Table table, Map<String, List<String>> plain, String name) {
        long[] values = random.longs(table.rowCount(), -5, 5).toArray();
        WholeColumn column = WholeColumn.of(name, values);
        plain.put(name, plain(Table.of(List.of(column))).get(name));
        return table.with(column);
    }

    private Table rename(Table table, Map<String, List<String>> plain) {
        String from = anyName(table);
        String to = "fresh" + freshNames++;
        Map<String, List<String>> renamed = new LinkedHashMap<>();
        plain.forEach((name, texts) -> renamed.put(name.equals(from) ? to : name, texts));
        plain.clear();
        plain.putAll(renamed);
        return table.rename(Map.of(from, to));
    }

    private String anyName(Table table) {
        return table.columnNames().get(random.nextInt(table.columns().size()));
    }
}
