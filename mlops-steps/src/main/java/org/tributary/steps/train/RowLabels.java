package org.tributary.steps.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tributary.table.Column;
import org.tributary.table.TextColumn;

/**
 * The label of each row.
 *
 * @param codes by row
 * @param labels by code; some may be those of no row
 */
record RowLabels(int[] codes, Label[] labels) {

    /** Those of a column without missing values. */
    static RowLabels of(Column column) {
        return column instanceof TextColumn text ? ofText(text) : ofAny(column);
    }

    private static RowLabels ofText(TextColumn column) {
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.code(row);
        }
        return of(codes, column.dictionary());
    }

    private static RowLabels ofAny(Column column) {
        Map<String, Integer> known = new LinkedHashMap<>();
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = known.computeIfAbsent(column.text(row), text -> known.size());
        }
        return of(codes, List.copyOf(known.keySet()));
    }

    private static RowLabels of(int[] codes, List<String> byCode) {
        Label[] labels = new Label[byCode.size()];
        for (int code = 0; code < labels.length; code++) {
            labels[code] = new Label(byCode.get(code));
        }
        return new RowLabels(codes, labels);
    }

    Label of(int row) {
        return labels[codes[row]];
    }

    /** What Tribuo knows of them, counted in alphabetical order, so that the order of rows does not decide their ids. */
    ImmutableOutputInfo<Label> info() {
        Map<String, Integer> counts = new TreeMap<>();
        int[] byCode = new int[labels.length];
        for (int code : codes) {
            byCode[code]++;
        }
        for (int code = 0; code < byCode.length; code++) {
            counts.put(labels[code].getLabel(), byCode[code]);
        }
        return info(counts);
    }

    private static ImmutableOutputInfo<Label> info(Map<String, Integer> counts) {
        MutableOutputInfo<Label> info = new LabelFactory().generateInfo();
        for (Map.Entry<String, Integer> counted : counts.entrySet()) {
            Label label = new Label(counted.getKey());
            for (int times = 0; times < counted.getValue(); times++) {
                info.observe(label);
            }
        }
        return info.generateImmutableOutputInfo();
    }

    /** The id that Tribuo gives the label of each row. */
    int[] ids(ImmutableOutputInfo<Label> info) {
        int[] byCode = new int[labels.length];
        for (int code = 0; code < byCode.length; code++) {
            byCode[code] = info.getID(labels[code]);
        }
        int[] byRow = new int[codes.length];
        for (int row = 0; row < byRow.length; row++) {
            byRow[row] = byCode[codes[row]];
        }
        return byRow;
    }
}
