package org.tributary.steps.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

/** Columns of numbers with gaps. */
final class NumberFeatures {
    private final List<NumberColumn.Builder> columns = new ArrayList<>();
    private final List<Gaps> gaps = new ArrayList<>();

    NumberFeatures(List<String> names, Draws draws, double missing) {
        for (String name : names) {
            columns.add(NumberColumn.builder(name));
            gaps.add(new Gaps(draws.fork(), missing));
        }
    }

    /** x1, x2 and so on. */
    static List<String> named(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
    }

    void add(double[] row) {
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(gaps.get(i).next() ? Double.NaN : row[i]);
        }
    }

    /** A table of these columns and then another one. */
    Table before(Column last) {
        List<Column> all = new ArrayList<>(build());
        all.add(last);
        return Table.of(all);
    }

    List<Column> build() {
        return columns.stream().<Column>map(NumberColumn.Builder::build).toList();
    }
}
