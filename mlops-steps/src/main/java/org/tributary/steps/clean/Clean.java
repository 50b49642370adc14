package org.tributary.steps.clean;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.table.ColumnNames;
import org.tributary.table.Table;

/**
 * Applies operations to a table, one after another.
 *
 * <p>None of them but {@link Outliers} learns from the rows as a whole, so they are safe before the split; what does learn
 * belongs after it. <b>Logs</b> the metrics {@code <step>.rows} and {@code <step>.dropped}, and {@code <step>.dropped.<operation>}
 * for each operation that dropped rows.
 *
 * @param operations applied in this order; none leaves the table as it is
 */
public record Clean(
        @Setting(doc = "What to do, in this order.") List<CleanOperation> operations) implements Step<Table, Table> {
    private static final int SHOWN = 40;

    /** Copies the list. */
    public Clean {
        operations = List.copyOf(operations);
    }

    /** Applies these operations in this order. */
    public static Clean of(CleanOperation... operations) {
        return new Clean(List.of(operations));
    }

    /** Applies these operations in this order. */
    public static Clean of(List<CleanOperation> operations) {
        return new Clean(operations);
    }

    /** Cleans the table. */
    @Override
    public Table run(Table table, StepContext context) throws InterruptedException {
        Map<String, Integer> dropped = new TreeMap<>();
        Table cleaned = table;
        for (CleanOperation operation : operations) {
            context.checkCancelled();
            Table next = operation.apply(cleaned);
            dropped.merge(operation.label(), cleaned.rowCount() - next.rowCount(), Integer::sum);
            cleaned = next;
        }
        log(table, cleaned, dropped, context);
        return cleaned;
    }

    private static void log(Table before, Table after, Map<String, Integer> dropped, StepContext context) {
        context.metric(context.step() + ".rows", after.rowCount());
        context.metric(context.step() + ".dropped", before.rowCount() - after.rowCount());
        dropped.forEach((operation, rows) -> {
            if (rows != 0) {
                context.metric(context.step() + ".dropped." + operation, rows);
            }
        });
    }

    /** Checks that a table has the columns that an operation names. */
    static void require(Table table, List<String> columns, CleanOperation operation) {
        ColumnNames.require(table, columns, "clean operation " + operation.label());
    }

    /** A value as a message shows it. */
    static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN - 3) + "...";
    }
}
