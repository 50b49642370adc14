package org.tributary.steps.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tributary.table.Column;
import org.tributary.table.ColumnNames;
import org.tributary.table.ColumnParser;
import org.tributary.table.NumberColumn;
import org.tributary.table.TextColumn;
import org.tributary.table.ValueBits;

/** Finds what breaks the rule of one column: all its rows for one part of the rule, then for the next. */
final class ColumnCheck {
    private final ColumnRule rule;
    private final ReadColumn read;
    private final Column column;
    private final List<Breach> breaches = new ArrayList<>();

    private ColumnCheck(ColumnRule rule, ReadColumn read) {
        this.rule = rule;
        this.read = read;
        this.column = read.values();
    }

    static List<Breach> of(ColumnRule rule, ReadColumn read) {
        ColumnCheck check = new ColumnCheck(rule, read);
        check.types();
        check.bounds();
        check.texts();
        check.duplicates();
        return check.breaches;
    }

    private void types() {
        add("type", read.misfits().rows(), "is not of type " + rule.type().label());
        if (!rule.nullable()) {
            add("nullable", missing(), "is missing");
        }
    }

    private BitSet missing() {
        BitSet rows = new BitSet();
        if (column.missingCount() > 0) {
            for (int row = 0; row < column.size(); row++) {
                rows.set(row, column.isMissing(row));
            }
            rows.andNot(read.misfits().rows());
        }
        return rows;
    }

    private void bounds() {
        rule.least().ifPresent(bound -> add("min", beyond(bound, true), "is less than " + bound.text(0)));
        rule.greatest().ifPresent(bound -> add("max", beyond(bound, false), "is greater than " + bound.text(0)));
    }

    private BitSet beyond(Column bound, boolean below) {
        return column instanceof NumberColumn numbers
                ? beyond(numbers, ((NumberColumn) bound).value(0), below)
                : beyond(ValueBits.of(bound).applyAsLong(0), below);
    }

    private static BitSet beyond(NumberColumn numbers, double bound, boolean below) {
        BitSet rows = new BitSet();
        for (int row = 0; row < numbers.size(); row++) {
            double value = numbers.value(row);
            if (below ? value < bound : value > bound) {
                rows.set(row);
            }
        }
        return rows;
    }

    private BitSet beyond(long bound, boolean below) {
        IntToLongFunction values = ValueBits.of(column);
        BitSet rows = new BitSet();
        for (int row = 0; row < column.size(); row++) {
            long value = values.applyAsLong(row);
            if ((below ? value < bound : value > bound) && !column.isMissing(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    private void texts() {
        if (!rule.allowed().isEmpty()) {
            add("allowed", notAllowed(), "is none of " + ColumnNames.list(rule.allowed()));
        }
        rule.pattern().ifPresent(expression -> {
            Pattern pattern = Pattern.compile(expression);
            add("pattern", without(text -> matches(pattern, text)), "does not match " + expression);
        });
    }

    /** A matcher may call itself for each repetition of a group. */
    private boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(text).matches();
        } catch (StackOverflowError tooDeep) {
            // Its trace is a thousand times the same.
            throw new SchemaMistake(
                    firstRow(text),
                    place -> SchemaFaults.tooDeep(rule.name(), pattern.pattern(), text.length(), place));
        }
    }

    private int firstRow(String text) {
        int row = 0;
        while (!column.text(row).equals(text)) {
            row++;
        }
        return row;
    }

    private BitSet notAllowed() {
        return column instanceof TextColumn ? without(Set.copyOf(rule.allowed())::contains) : without(allowedBits());
    }

    /** The rows whose text is not as it should be; each distinct text is looked at once. */
    private BitSet without(Predicate<String> good) {
        TextColumn text = (TextColumn) column;
        List<String> entries = text.dictionary();
        BitSet bad = new BitSet();
        for (int code = 0; code < entries.size(); code++) {
            bad.set(code, !good.test(entries.get(code)));
        }
        BitSet rows = new BitSet();
        for (int row = 0; row < text.size() && !bad.isEmpty(); row++) {
            int code = text.code(row);
            rows.set(row, code != TextColumn.MISSING && bad.get(code));
        }
        return rows;
    }

    private long[] allowedBits() {
        ColumnParser parser = ColumnParser.declared(rule.name(), rule.type());
        rule.allowed().forEach(parser::add);
        Column allowed = parser.build();
        long[] bits = new long[allowed.size()];
        Arrays.setAll(bits, ValueBits.of(allowed)::applyAsLong);
        Arrays.sort(bits);
        return bits;
    }

    private BitSet without(long[] allowed) {
        IntToLongFunction values = ValueBits.of(column);
        BitSet rows = new BitSet();
        for (int row = 0; row < column.size(); row++) {
            if (Arrays.binarySearch(allowed, values.applyAsLong(row)) < 0 && !column.isMissing(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    private void duplicates() {
        if (rule.unique()) {
            FirstRows firsts = new FirstRows(column);
            BitSet later = new BitSet();
            for (int row = 0; row < column.size(); row++) {
                later.set(row, !column.isMissing(row) && firsts.of(row) != row);
            }
            add("unique", later, row -> "is in row " + (firsts.of(row) + 1) + ", too");
        }
    }

    private void add(String part, BitSet rows, String reason) {
        add(part, rows, row -> reason);
    }

    private void add(String part, BitSet rows, IntFunction<String> reason) {
        if (!rows.isEmpty()) {
            breaches.add(new Breach(read, part, rows, reason));
        }
    }
}
