package org.tributary.steps.ingest;

import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;
import org.tributary.table.TableProfile;

/** What every ingest step logs about the table it read. */
final class TableReport {
    private TableReport() {}

    /** Logs rows, columns and profile under the name of the step, and gives the table back. */
    static Table of(Table table, StepContext context) {
        context.metric(context.step() + ".rows", table.rowCount());
        context.metric(context.step() + ".columns", table.columns().size());
        context.artifact(
                context.step() + "/profile.json", TableProfile.of(table).toJson());
        return table;
    }
}
