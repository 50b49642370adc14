package org.tributary.steps.generate;

import java.util.List;
import org.tributary.table.TextColumn;

/** A column of labels, some of which are not the true one. */
final class Labels {
    private final TextColumn.Builder column;
    private final List<String> names;
    private final Draws draws;
    private final double noise;

    Labels(String column, List<String> names, Draws draws, double noise) {
        this.column = TextColumn.builder(column);
        this.names = names;
        this.draws = draws;
        this.noise = noise;
    }

    void add(int truth) {
        boolean wrong = draws.uniform() < noise;
        int other = 1 + draws.below(Math.max(1, names.size() - 1));
        column.add(names.get(wrong ? (truth + other) % names.size() : truth));
    }

    TextColumn build() {
        return column.build();
    }
}
