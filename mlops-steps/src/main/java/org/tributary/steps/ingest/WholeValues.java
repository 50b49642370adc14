package org.tributary.steps.ingest;

import java.util.Set;
import org.tributary.table.WholeColumn;

/** Whole numbers. */
final class WholeValues implements Values {
    private final WholeColumn.Builder builder;
    private final Set<NumberShape> allowed;

    WholeValues(String name, Set<NumberShape> allowed) {
        this.builder = WholeColumn.builder(name);
        this.allowed = allowed;
    }

    @Override
    public boolean add(Cell cell) {
        NumberShape shape = NumberShape.of(cell.characters(), cell.from(), cell.to());
        if (!allowed.contains(shape)) {
            return false;
        }
        if (shape == NumberShape.WHOLE) {
            builder.add(parse(cell));
            return true;
        }
        return addCode(cell);
    }

    private boolean addCode(Cell cell) {
        try {
            builder.add(Long.parseLong(cell.stripped()));
            return true;
        } catch (NumberFormatException noWholeNumberOf64Bits) {
            return false;
        }
    }

    private static long parse(Cell cell) {
        char[] characters = cell.characters();
        boolean negative = characters[cell.from()] == '-';
        long value = 0;
        // Counted below zero, where the least number has its place.
        for (int i = negative ? cell.from() + 1 : cell.from(); i < cell.to(); i++) {
            value = value * 10 - (characters[i] - '0');
        }
        return negative ? value : -value;
    }

    @Override
    public void addMissing() {
        builder.addMissing();
    }

    @Override
    public WholeColumn build() {
        return builder.build();
    }
}
