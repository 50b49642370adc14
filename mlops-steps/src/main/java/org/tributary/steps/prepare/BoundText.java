package org.tributary.steps.prepare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;
import org.tributary.table.TextColumn;

/**
 * Prepares texts: looks up what one sets.
 *
 * @param missing what a missing text sets
 */
record BoundText(String name, TextFeatures features, Marks missing) implements BoundColumn {

    @Override
    public int most() {
        return Math.max(features.most(), missing.size());
    }

    @Override
    public Cell cell(Column column) {
        if (!(column instanceof TextColumn texts)) {
            throw Faults.wrongColumn(name, "text", column.type().label());
        }
        return new TextCell(texts);
    }

    @Override
    public int read(@Nullable Object value, int[] ids, double[] values, int at) {
        Marks marks = missing;
        if (value instanceof String text) {
            marks = features.of(text);
        } else if (value != null) {
            throw Faults.wrongValue(name, "text", value);
        }
        if (marks == Marks.REFUSED) {
            throw refused((String) value, Faults.NO_ROW);
        }
        return marks.write(ids, values, at);
    }

    private RuntimeException refused(@Nullable String text, int row) {
        return text == null
                ? Faults.missingValue(name, "encode", row)
                : Faults.unknownCategory(name, text, features.known(), row);
    }

    private final class TextCell implements Cell {
        private final TextColumn texts;
        /** By code, after those of a missing text. */
        private final Marks[] marks;

        TextCell(TextColumn texts) {
            this.texts = texts;
            this.marks = Stream.concat(
                            Stream.of(missing), texts.dictionary().stream().map(features::of))
                    .toArray(Marks[]::new);
        }

        private Marks marks(int row) {
            Marks found = marks[texts.code(row) - TextColumn.MISSING];
            if (found == Marks.REFUSED) {
                throw refused(texts.isMissing(row) ? null : texts.text(row), row);
            }
            return found;
        }

        @Override
        public int read(int row, int[] ids, double[] values, int at) {
            return marks(row).write(ids, values, at);
        }

        @Override
        public void write(int from, double[][] all, int[] ids, double[] values) {
            for (int at = 0; at < all.length; at++) {
                marks(from + at).set(all[at]);
            }
        }

        @Override
        public void give(int rows, int[] ids, double[] values, FeatureSink... sinks) {
            int[] counts = counts(rows);
            if (!isOrderless(counts)) {
                Cell.super.give(rows, ids, values, sinks);
                return;
            }
            for (FeatureSink sink : sinks) {
                for (int text = 0; text < counts.length; text++) {
                    marks[text].give(counts[text], sink);
                }
            }
        }

        /** Whether each feature has one value whatever the text, so that only the number of rows matters; and no row is refused. */
        private boolean isOrderless(int[] counts) {
            Map<Integer, Double> known = new HashMap<>();
            for (int text = 0; text < counts.length; text++) {
                if ((marks[text] == Marks.REFUSED && counts[text] > 0) || !marks[text].agree(known)) {
                    return false;
                }
            }
            return true;
        }

        /** How many rows there are of each of the marks. */
        private int[] counts(int rows) {
            int[] counts = new int[marks.length];
            System.arraycopy(texts.counts(), 0, counts, 1, marks.length - 1);
            counts[0] = rows - Arrays.stream(counts).sum();
            return counts;
        }
    }
}
