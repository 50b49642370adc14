package org.tributary.steps.prepare;

import java.util.List;
import java.util.Optional;
import org.tributary.table.BooleanColumn;
import org.tributary.table.Column;
import org.tributary.table.ColumnCases;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.TextColumn;
import org.tributary.table.TimeColumn;
import org.tributary.table.WholeColumn;

/** Learns from one column what a preparation needs to know of it. */
record Fitting(ColumnSettings settings) implements ColumnCases<FittedColumn> {

    @Override
    public FittedColumn numbers(NumberColumn column) {
        return number(column, ColumnType.NUMBER);
    }

    @Override
    public FittedColumn wholes(WholeColumn column) {
        return number(column.asNumbers(), ColumnType.WHOLE);
    }

    private FittedColumn number(NumberColumn column, ColumnType type) {
        int missing = countMissing(column, settings.fills(), "impute");
        double[] values = column.toArray();
        Optional<Double> fill = Statistics.fill(settings.impute(), Statistics.withoutMissing(values, missing));
        fill.ifPresent(value -> Statistics.replaceMissing(values, value));
        if (!Double.isFinite(fill.orElse(0.0))) {
            throw Faults.notFiniteFit(column.name());
        }
        FittedColumn fitted = settings.scale() instanceof Scale.Quantiles quantiles
                ? new FittedColumn.Bins(column.name(), type, fill, edges(column, values, quantiles), quantiles.form())
                : scaled(column, type, fill, values);
        return indicated(fitted, missing);
    }

    private static List<Double> edges(NumberColumn column, double[] values, Scale.Quantiles quantiles) {
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw Faults.notFiniteFit(column.name());
            }
        }
        return Statistics.edges(values, quantiles.bins());
    }

    private FittedColumn scaled(NumberColumn column, ColumnType type, Optional<Double> fill, double[] values) {
        Statistics.Scaling scaling = Statistics.scaling(settings.scale(), values);
        if (!scaling.isFinite()) {
            throw Faults.notFiniteFit(column.name());
        }
        return new FittedColumn.Number(column.name(), type, fill, scaling.shift(), scaling.factor());
    }

    private FittedColumn indicated(FittedColumn fitted, int missing) {
        return settings.indicate() && missing > 0 ? new FittedColumn.Indicated(fitted) : fitted;
    }

    @Override
    public FittedColumn booleans(BooleanColumn column) {
        int missing = countMissing(column, settings.fills(), "impute");
        int truths = 0;
        for (int row = 0; row < column.size(); row++) {
            truths += column.value(row) ? 1 : 0;
        }
        boolean mode = truths * 2L > column.size() - missing;
        return indicated(
                new FittedColumn.Truth(column.name(), settings.fills() ? Optional.of(mode) : Optional.empty()),
                missing);
    }

    @Override
    public FittedColumn text(TextColumn column) {
        return TextFitting.fit(column, settings.encode());
    }

    @Override
    public FittedColumn times(TimeColumn column) {
        throw Faults.timeColumn(column.name());
    }

    /** @param setting what decides on missing values, for the message */
    static int countMissing(Column column, boolean allowed, String setting) {
        int missing = column.missingCount();
        if (missing == column.size()) {
            throw Faults.allMissing(column.name(), column.size());
        }
        if (missing > 0 && !allowed) {
            throw Faults.missingToFit(column.name(), setting, missing, column.size());
        }
        return missing;
    }
}
