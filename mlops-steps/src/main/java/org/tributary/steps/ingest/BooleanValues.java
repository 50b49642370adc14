package org.tributary.steps.ingest;

import org.tributary.table.BooleanColumn;

/** True and false, in upper and lower case. */
final class BooleanValues implements Values {
    private static final char[] TRUE = "true".toCharArray();
    private static final char[] FALSE = "false".toCharArray();
    private final BooleanColumn.Builder builder;

    BooleanValues(String name) {
        this.builder = BooleanColumn.builder(name);
    }

    @Override
    public boolean add(Cell cell) {
        boolean isTrue = says(cell, TRUE);
        if (!isTrue && !says(cell, FALSE)) {
            return false;
        }
        builder.add(isTrue);
        return true;
    }

    private static boolean says(Cell cell, char[] word) {
        if (cell.to() - cell.from() != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            // The bit that tells small ASCII letters from capital ones; it maps nothing else to these letters.
            if ((cell.characters()[cell.from() + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void addMissing() {
        builder.addMissing();
    }

    @Override
    public BooleanColumn build() {
        return builder.build();
    }
}
