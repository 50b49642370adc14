package org.tributary.steps.ingest;

import java.util.List;
import java.util.concurrent.Executor;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;
import org.tributary.table.TableProfile;

/** What every ingest step logs about the table it read. */
final class TableReport {
    private static final int MOST_PROFILED = 10_000;

    private TableReport() {}

    /** Logs rows, columns and profile under the name of the step, and gives the table back. */
    static Table of(Table table, StepContext context) {
        return log(table, TableProfile.of(profiled(table, context)), context);
    }

    /**
     * The same, with an executor that looks at some of the columns while the calling thread looks at others.
     *
     * @throws InterruptedException the calling thread was interrupted
     */
    static Table of(Table table, StepContext context, Executor executor) throws InterruptedException {
        return log(table, TableProfile.of(profiled(table, context), executor), context);
    }

    /** What the profile shows: nobody reads it of so many columns, and it would take more memory than their values. */
    private static Table profiled(Table table, StepContext context) {
        List<String> names = table.columnNames();
        if (names.size() <= MOST_PROFILED) {
            return table;
        }
        context.warn("the profile shows the first " + MOST_PROFILED + " of " + names.size() + " columns.");
        return table.select(names.subList(0, MOST_PROFILED));
    }

    private static Table log(Table table, TableProfile profile, StepContext context) {
        context.metric(context.step() + ".rows", table.rowCount());
        context.metric(context.step() + ".columns", table.columns().size());
        context.artifact(context.step() + "/profile.json", profile.toJson());
        return table;
    }
}
