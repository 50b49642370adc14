package org.tributary.steps.prepare;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.ColumnCases;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.TextColumn;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

/** Learns from one column what a preparation needs to know of it. */
record Fitting(Prepare settings) implements ColumnCases<FittedColumn> {

    /** More categories than this in one column are refused. */
    static final int MOST_CATEGORIES = 1000;

    @Override
    public FittedColumn numbers(NumberColumn column) {
        return number(column, ColumnType.NUMBER);
    }

    @Override
    public FittedColumn wholes(WholeColumn column) {
        return number(column.asNumbers(), ColumnType.WHOLE);
    }

    private FittedColumn number(NumberColumn column, ColumnType type) {
        int missing = countMissing(column, fillsNumbers(), "impute");
        double[] values = column.toArray();
        Optional<Double> fill = Statistics.fill(settings.impute(), Statistics.withoutMissing(values, missing));
        fill.ifPresent(value -> Statistics.replaceMissing(values, value));
        Statistics.Scaling scaling = Statistics.scaling(settings.scale(), values);
        if (!scaling.isFinite() || !Double.isFinite(fill.orElse(0.0))) {
            throw Faults.notFiniteFit(column.name());
        }
        return new FittedColumn.Number(column.name(), type, fill, scaling.shift(), scaling.factor());
    }

    @Override
    public FittedColumn booleans(BooleanColumn column) {
        int missing = countMissing(column, fillsNumbers(), "impute");
        int truths = 0;
        for (int row = 0; row < column.size(); row++) {
            truths += column.value(row) ? 1 : 0;
        }
        boolean mode = truths * 2L > column.size() - missing;
        return new FittedColumn.Truth(column.name(), fillsNumbers() ? Optional.of(mode) : Optional.empty());
    }

    @Override
    public FittedColumn text(TextColumn column) {
        Encode.OneHot encode = (Encode.OneHot) settings.encode();
        countMissing(column, encode.missing() != Encode.Missing.ERROR, "encode");
        TreeMap<String, Integer> counts = counts(column);
        if (counts.size() > MOST_CATEGORIES) {
            throw Faults.manyCategories(column.name(), counts.size(), MOST_CATEGORIES);
        }
        Optional<String> mode =
                encode.missing() == Encode.Missing.MODE ? Optional.of(Statistics.mode(counts)) : Optional.empty();
        return new FittedColumn.Category(
                column.name(), List.copyOf(counts.keySet()), encode.unknown(), encode.missing(), mode);
    }

    @Override
    public FittedColumn times(TimeColumn column) {
        throw Faults.timeColumn(column.name());
    }

    private boolean fillsNumbers() {
        return !(settings.impute() instanceof Impute.None);
    }

    private static int countMissing(Column column, boolean allowed, String setting) {
        int missing = column.missingCount();
        if (missing == column.size()) {
            throw Faults.allMissing(column.name(), column.size());
        }
        if (missing > 0 && !allowed) {
            throw Faults.missingToFit(column.name(), setting, missing, column.size());
        }
        return missing;
    }

    private static TreeMap<String, Integer> counts(TextColumn column) {
        int[] byCode = new int[column.dictionary().size()];
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                byCode[column.code(row)]++;
            }
        }
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] > 0) {
                counts.put(column.dictionary().get(code), byCode[code]);
            }
        }
        return counts;
    }
}
