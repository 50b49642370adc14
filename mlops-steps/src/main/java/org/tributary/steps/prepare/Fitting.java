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

/**
 * Learns from one column what a preparation needs to know of it.
 *
 * @param room as long as the column; of no meaning before or after
 */
record Fitting(ColumnSettings settings, double[] room) implements ColumnCases<FittedColumn> {

    @Override
    public FittedColumn numbers(NumberColumn column) {
        column.copy(0, column.size(), room);
        return number(column, ColumnType.NUMBER);
    }

    @Override
    public FittedColumn wholes(WholeColumn column) {
        column.copy(0, column.size(), room);
        return number(column, ColumnType.WHOLE);
    }

    /** Of the numbers in the room. */
    private FittedColumn number(Column column, ColumnType type) {
        Numbers numbers = new Numbers(room);
        int missing = numbers.missing();
        checkMissing(column, missing, settings.fills(), "impute");
        Optional<Double> fill = numbers.fill(settings.impute());
        fill.ifPresent(numbers::replaceMissing);
        if (!Double.isFinite(fill.orElse(0.0))) {
            throw Faults.notFiniteFit(column.name());
        }
        FittedColumn fitted = settings.scale() instanceof Scale.Quantiles quantiles
                ? new FittedColumn.Bins(column.name(), type, fill, edges(column, numbers, quantiles), quantiles.form())
                : scaled(column, type, fill, numbers);
        return indicated(fitted, missing);
    }

    private static List<Double> edges(Column column, Numbers numbers, Scale.Quantiles quantiles) {
        if (numbers.anyInfinite()) {
            throw Faults.notFiniteFit(column.name());
        }
        return numbers.edges(quantiles.bins());
    }

    private FittedColumn scaled(Column column, ColumnType type, Optional<Double> fill, Numbers numbers) {
        Numbers.Scaling scaling = numbers.scaling(settings.scale());
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
        int missing = column.missingCount();
        checkMissing(column, missing, settings.fills(), "impute");
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
    static void checkMissing(Column column, int missing, boolean allowed, String setting) {
        if (missing == column.size()) {
            throw Faults.allMissing(column.name(), column.size());
        }
        if (missing > 0 && !allowed) {
            throw Faults.missingToFit(column.name(), setting, missing, column.size());
        }
    }
}
