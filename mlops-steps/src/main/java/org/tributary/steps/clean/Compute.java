package org.tributary.steps.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import org.tributary.pipeline.Setting;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

/**
 * Adds a column of numbers that come from two others by addition, subtraction, multiplication or division, at the end.
 *
 * <pre>{@code
 * Compute.of("slenderness", "Culmen Length (mm)", Operator.DIVIDE, "Culmen Depth (mm)")
 * Compute.of("mass in kg", "Body Mass (g)", Operator.DIVIDE, "1000")
 * }</pre>
 *
 * <p>Each side is the name of a column of numbers or whole numbers, or else a number such as {@code -1.5} or {@code 1e3}; a
 * column whose name looks like a number goes first. A missing operand gives a missing result, and so does a division by
 * zero. Results are rounded as {@code double} is, and infinite where they are too large for it. <b>Failure:</b>
 * {@code TABLE_NO_COLUMN} for a side that is neither, {@code TABLE_DUPLICATE_COLUMN} if the new column is there already.
 *
 * @param column the new column
 * @param left a column or a number
 * @param operator what to do with the two
 * @param right a column or a number
 */
public record Compute(
        @Setting(doc = "The new column.") String column,
        @Setting(doc = "A column of numbers, or a number.") String left,
        @Setting(doc = "What to do with the two.") Operator operator,

        @Setting(doc = "A column of numbers, or a number.") String right)
        implements CleanOperation {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    /** Takes the settings. */
    public Compute {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(right, "right");
    }

    /** Adds a column that is computed from these two sides. */
    public static Compute of(String column, String left, Operator operator, String right) {
        return new Compute(column, left, operator, right);
    }

    @Override
    public Table apply(Table table) {
        IntToDoubleFunction lefts = side(table, left);
        IntToDoubleFunction rights = side(table, right);
        double[] results = new double[table.rowCount()];
        for (int row = 0; row < results.length; row++) {
            results[row] = operator.of(lefts.applyAsDouble(row), rights.applyAsDouble(row));
        }
        return added(table, NumberColumn.of(column, results));
    }

    /** The table with one more column at the end, which must be new. */
    static Table added(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return Table.of(columns);
    }

    private IntToDoubleFunction side(Table table, String side) {
        Optional<Double> constant = table.has(side) ? Optional.empty() : number(side);
        if (constant.isPresent()) {
            double value = constant.get();
            return row -> value;
        }
        Clean.require(table, List.of(side), this);
        return table.numbers(side)::value;
    }

    private static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    /** Arithmetic of two numbers. */
    public enum Operator {
        /** Left and right together. */
        ADD,
        /** Left less right. */
        SUBTRACT,
        /** Left times right. */
        MULTIPLY,
        /** Left by right; missing if right is zero. */
        DIVIDE;

        private double of(double left, double right) {
            return switch (this) {
                case ADD -> left + right;
                case SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case DIVIDE -> right == 0 ? Double.NaN : left / right;
            };
        }
    }
}
