package org.tributary.steps.ingest;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.ColumnParser;
import org.tributary.table.ColumnType;

/** Values that take the type of the first one, unless it is fixed; whole numbers become decimal ones when one of them is. */
final class InferredValues {
    private final String name;
    /** Null if the values decide the type. */
    private final @Nullable ColumnType fixed;

    /** Null until the first value. */
    private @Nullable ColumnParser values;

    private int leadingMissing;
    private int missing;
    private int reserved;

    InferredValues(String name) {
        this(name, null);
    }

    private InferredValues(String name, @Nullable ColumnType fixed) {
        this.name = name;
        this.fixed = fixed;
        this.values = fixed == null ? null : ColumnParser.declared(name, fixed);
    }

    /** Values of a type that is known before the first one. */
    static InferredValues declared(String name, ColumnType type) {
        return new InferredValues(name, type);
    }

    boolean hasType() {
        return values != null;
    }

    /** How many values there are, if they are numbers; else 0. */
    long numbers() {
        return isType(ColumnType.WHOLE) || isType(ColumnType.NUMBER) ? size() - missing : 0;
    }

    boolean isType(ColumnType type) {
        return values != null && values.type() == type;
    }

    int size() {
        return values == null ? leadingMissing : values.size();
    }

    void addMissing() {
        missing++;
        if (values == null) {
            leadingMissing++;
        } else {
            values.addMissing();
        }
    }

    /** What holds the values; null before the first one, and another after a value that widens the type. */
    @Nullable
    ColumnParser parser() {
        return values;
    }

    /**
     * Adds a value.
     *
     * @param types those that the first value may have, of which the first that fits is taken
     * @param value adds itself to a parser if it is of its type
     * @return false if it does not fit to those before it; then nothing is added
     */
    boolean add(List<ColumnType> types, Predicate<ColumnParser> value) {
        return values == null ? addFirst(types, value) : value.test(values) || addAsDecimal(value);
    }

    private boolean addFirst(List<ColumnType> types, Predicate<ColumnParser> value) {
        for (ColumnType type : types) {
            ColumnParser parser = afterLeadingMissing(type);
            if (value.test(parser)) {
                values = parser;
                return true;
            }
        }
        return false;
    }

    private ColumnParser afterLeadingMissing(ColumnType type) {
        ColumnParser parser = ColumnParser.inferred(name, type);
        parser.reserve(Math.max(reserved, leadingMissing));
        for (int i = 0; i < leadingMissing; i++) {
            parser.addMissing();
        }
        return parser;
    }

    private boolean addAsDecimal(Predicate<ColumnParser> value) {
        if (fixed != null || !isType(ColumnType.WHOLE) || !value.test(ColumnParser.inferred(name, ColumnType.NUMBER))) {
            return false;
        }
        widen();
        return values != null && value.test(values);
    }

    private void widen() {
        if (values != null) {
            ColumnParser wider = ColumnParser.inferred(name, ColumnType.NUMBER);
            wider.reserve(Math.max(reserved, values.size()));
            wider.addAll(values);
            values = wider;
        }
    }

    /** No values, of the type that these have so far; in the room of others, which are of no use after it, if it fits. */
    InferredValues empty(InferredValues used, int rows) {
        InferredValues empty = new InferredValues(name);
        empty.reserved = rows;
        if (used.values != null && isType(used.values.type())) {
            empty.values = used.values;
            empty.values.clear();
        } else if (values != null) {
            empty.values = empty.afterLeadingMissing(values.type());
        }
        return empty;
    }

    /** Adds all later values; false if their type does not fit, and then none is added. */
    boolean addAll(InferredValues later) {
        if (later.values == null) {
            for (int i = 0; i < later.leadingMissing; i++) {
                addMissing();
            }
            return true;
        }
        if (values == null) {
            values = afterLeadingMissing(later.values.type());
        } else if (isType(ColumnType.WHOLE) && later.isType(ColumnType.NUMBER)) {
            widen();
        }
        return addFitting(values, later.values, later.missing);
    }

    private boolean addFitting(ColumnParser own, ColumnParser later, int laterMissing) {
        boolean decimal = own.type() == ColumnType.NUMBER && later.type() == ColumnType.WHOLE;
        if (own.type() != later.type() && !decimal) {
            return false;
        }
        own.addAll(later);
        missing += laterMissing;
        return true;
    }

    void reserve(int rows) {
        reserved = rows;
        if (values != null) {
            values.reserve(rows);
        }
    }

    /** The values as a column; text, if there are none. */
    Column build() {
        return values == null ? afterLeadingMissing(ColumnType.TEXT).build() : values.build();
    }
}
