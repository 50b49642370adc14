package org.tributary.steps.generate;

import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;

/** Grows a generated table row by row. */
interface Generator {
    int ROWS_BETWEEN_REPORTS = 8192;

    /** Draws the next row. */
    void addRow();

    /** The rows so far. */
    Table table();

    /** The table of so many rows. */
    default Table table(int rows) {
        for (int row = 0; row < rows; row++) {
            addRow();
        }
        return table();
    }

    /** The table of so many rows, made by a step. */
    default Table table(int rows, StepContext context) throws InterruptedException {
        for (int row = 0; row < rows; row++) {
            if (row % ROWS_BETWEEN_REPORTS == 0) {
                context.progress(row, rows);
                context.checkCancelled();
            }
            addRow();
        }
        context.progress(rows, rows);
        context.metric(context.step() + ".rows", rows);
        return table();
    }
}
