package org.tributary.steps.ingest;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Set;
import org.tributary.table.NumberColumn;
import org.tributary.table.WholeColumn;

/** Decimal numbers. */
final class NumberValues implements Values {
    private final NumberColumn.Builder builder;
    private final Set<NumberShape> allowed;

    NumberValues(String name, Set<NumberShape> allowed) {
        this.builder = NumberColumn.builder(name);
        this.allowed = allowed;
    }

    /** Goes on from whole numbers. */
    NumberValues(WholeColumn wholes, Set<NumberShape> allowed) {
        this(wholes.name(), allowed);
        NumberColumn numbers = wholes.asNumbers();
        for (int row = 0; row < numbers.size(); row++) {
            builder.add(numbers.value(row));
        }
    }

    @Override
    public boolean add(Cell cell) {
        NumberShape shape = NumberShape.of(cell.characters(), cell.from(), cell.to());
        if (!allowed.contains(shape)) {
            return false;
        }
        double value = JavaDoubleParser.parseDouble(cell.characters(), cell.from(), cell.to() - cell.from());
        boolean tooGreat = Double.isInfinite(value) && shape != NumberShape.SPECIAL;
        if (!tooGreat) {
            builder.add(value);
        }
        return !tooGreat;
    }

    @Override
    public void addMissing() {
        builder.addMissing();
    }

    @Override
    public NumberColumn build() {
        return builder.build();
    }
}
