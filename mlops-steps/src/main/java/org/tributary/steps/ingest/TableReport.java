package org.tributary.steps.ingest;

import java.util.concurrent.Executor;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;
import org.tributary.table.TableProfile;

/** What every ingest step logs about the table it read. */
final class TableReport {
    private TableReport() {}

    /** Logs rows, columns and profile under the name of the step, and gives the table back. */
    static Table of(Table table, StepContext context) {
        return log(table, TableProfile.of(table), context);
    }

    /**
     * The same, with an executor that looks at some of the columns while the calling thread looks at others.
     *
     * @throws InterruptedException the calling thread was interrupted
     */
    static Table of(Table table, StepContext context, Executor executor) throws InterruptedException {
        return log(table, TableProfile.of(table, executor), context);
    }

    private static Table log(Table table, TableProfile profile, StepContext context) {
        context.metric(context.step() + ".rows", table.rowCount());
        context.metric(context.step() + ".columns", table.columns().size());
        context.artifact(context.step() + "/profile.json", profile.toJson());
        return table;
    }
}
