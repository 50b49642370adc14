package org.tributary.benchmarks;

import java.util.Random;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Prepared;
import org.tributary.table.Table;

/** Made-up rows: 28 numbers and a label, as in the HIGGS data. */
final class Rows {

    static final int COLUMNS = 28;

    private Rows() {}

    static String name(int column) {
        return "f" + (char) ('a' + column / 10) + column % 10;
    }

    /** The values by column. */
    static double[][] values(int rows) {
        Random random = new Random(42);
        double[][] values = new double[COLUMNS][rows];
        for (double[] column : values) {
            for (int row = 0; row < rows; row++) {
                column[row] = random.nextGaussian();
            }
        }
        return values;
    }

    /** A label that hangs on two of the columns. */
    static String[] labels(double[][] values) {
        String[] labels = new String[values[0].length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = values[0][row] + values[1][row] > 0 ? "signal" : "background";
        }
        return labels;
    }

    static Table table(double[][] values) {
        Table.Builder builder = Table.builder();
        for (int column = 0; column < values.length; column++) {
            builder.numbers(name(column), values[column]);
        }
        return builder.text("label", labels(values)).build();
    }

    static Prepared prepared(Table table) {
        return Prepare.of("label").run(table, new SilentContext());
    }
}
