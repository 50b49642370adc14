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

    @Override
    public ColumnType type() {
        return ColumnType.NUMBER;
    }

    @Override
    public boolean add(byte[] utf8, int offset, int length) {
        int from = Spaces.start(utf8, offset, length);
        int to = Spaces.end(utf8, from, offset, length);
        NumberShape shape = NumberShape.of(utf8, from, to);
        if (!allowed.contains(shape)) {
            return false;
        }
        double value = JavaDoubleParser.parseDouble(utf8, from, to - from);
        boolean tooGreat = Double.isInfinite(value) && shape != NumberShape.SPECIAL;
        if (!tooGreat) {
            builder.add(value);
        }
        return !tooGreat;
    }

    @Override
    public int addPlain(PlainCells plain, int at) {
        int end = plain.readDecimal(at);
        if (end > at) {
            builder.add(plain.value());
        }
        return end;
    }

    @Override
    public void addAll(ColumnParser later) {
        if (later instanceof WholeParser wholes) {
            wholes.addTo(builder);
        } else {
            builder.addAll(((NumberParser) later).builder);
        }
    }

    @Override
    public void reserve(int rows) {
        builder.reserve(rows);
    }

    @Override
    public void clear() {
        builder.clear();
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
