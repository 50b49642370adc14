package org.tributary.steps.ingest;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tributary.table.Table;

/**
 * All that breaks a schema in a table.
 *
 * @param all in the order of the columns, and within one in that of the parts of its rule
 * @param rows the rows in which something does
 */
record Breaches(List<Breach> all, BitSet rows) {

    static Breaches of(List<Breach> all) {
        BitSet rows = new BitSet();
        all.forEach(breach -> rows.or(breach.rows()));
        return new Breaches(all, rows);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** How many values break a part of their rule; one that breaks two counts twice. */
    long count() {
        return all.stream().mapToLong(Breach::count).sum();
    }

    /** That count for each part of a rule that was broken. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        all.forEach(breach -> counts.merge(breach.rule(), breach.count(), Long::sum));
        return counts;
    }

    /** The rows in which nothing does. */
    Table without(Table table) {
        return table.rows(IntStream.range(0, table.rowCount())
                .filter(row -> !rows.get(row))
                .toArray());
    }

    /** The first rows in which something does. */
    int[] firstRows(int most) {
        return rows.stream().limit(most).toArray();
    }

    /** What breaks the schema in a row. */
    List<Breach> in(int row) {
        return all.stream().filter(breach -> breach.rows().get(row)).toList();
    }
}
