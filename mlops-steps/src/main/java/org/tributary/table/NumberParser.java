package org.tributary.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.EnumSet;
import java.util.Set;

/** Decimal numbers; one too great for a double is none. */
final class NumberParser implements ColumnParser {
    static final Set<NumberShape> INFERRED =
            Set.copyOf(EnumSet.of(NumberShape.WHOLE, NumberShape.DECIMAL, NumberShape.SPECIAL));

    private final NumberColumn.Builder builder;
    private final Set<NumberShape> allowed;

    NumberParser(String name, Set<NumberShape> allowed) {
        this.builder = NumberColumn.builder(name);
        this.allowed = allowed;
    }

    NumberParser(WholeColumn wholes) {
        this(wholes.name(), INFERRED);
        NumberColumn numbers = wholes.asNumbers();
        for (int row = 0; row < numbers.size(); row++) {
            builder.add(numbers.value(row));
        }
    }

    @Override
    public boolean add(char[] characters, int offset, int length) {
        int from = Spaces.start(characters, offset, length);
        int to = Spaces.end(characters, from, offset, length);
        NumberShape shape = NumberShape.of(characters, from, to);
        if (!allowed.contains(shape)) {
            return false;
        }
        double value = JavaDoubleParser.parseDouble(characters, from, to - from);
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
    public int size() {
        return builder.size();
    }

    @Override
    public NumberColumn build() {
        return builder.build();
    }
}
