package org.tributary.steps.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tributary.pipeline.StepContext;
import org.tributary.steps.ingest.Schema.Extra;
import org.tributary.steps.ingest.Schema.Violations;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/**
 * Reads a table by the types of a schema, checks it, and does with the rows that break it as the schema says.
 *
 * @param source what is read, as messages name it
 */
record SchemaReading(Schema schema, String source, RowPlaces places, StepContext context) {

    /** Reads it all. */
    interface TypedRead {
        /** Reads with these types. */
        Table read(DeclaredTypes types) throws InterruptedException;
    }

    /**
     * Reads and checks.
     *
     * @param types of columns without a rule
     */
    Table read(Map<String, ColumnType> types, TypedRead file) throws InterruptedException {
        Map<String, ColumnType> all = new LinkedHashMap<>(types);
        Map<String, Misfits> misfits = new HashMap<>();
        for (ColumnRule rule : schema.columns()) {
            all.put(rule.name(), rule.type());
            misfits.put(rule.name(), new Misfits());
        }
        Table table = file.read(new DeclaredTypes(all, misfits));
        checkExtra(table);
        return schema.columns().isEmpty() ? table : kept(table, breaches(table, misfits));
    }

    private void checkExtra(Table table) {
        List<String> extra = new ArrayList<>(table.columnNames());
        extra.removeAll(schema.names());
        if (schema.extra() == Extra.ERROR && !extra.isEmpty()) {
            throw SchemaFaults.extra(source, extra);
        }
    }

    /** In the order of the table, whatever the order of the rules. */
    private Breaches breaches(Table table, Map<String, Misfits> misfits) throws InterruptedException {
        Map<String, ColumnRule> rules =
                schema.columns().stream().collect(Collectors.toMap(ColumnRule::name, Function.identity()));
        List<Breach> breaches = new ArrayList<>();
        for (Column column : table.columns()) {
            ColumnRule rule = rules.get(column.name());
            Misfits others = misfits.get(column.name());
            if (rule != null && others != null) {
                context.checkCancelled();
                breaches.addAll(checked(rule, new ReadColumn(column, others)));
            }
        }
        return Breaches.of(breaches);
    }

    private List<Breach> checked(ColumnRule rule, ReadColumn column) throws InterruptedException {
        try {
            return ColumnCheck.of(rule, column);
        } catch (SchemaMistake mistake) {
            int row = mistake.row();
            RowPlace begin = places.of(new int[] {row}).get(0);
            throw mistake.at(source + ", " + begin.ofRow(row, source));
        }
    }

    private Table kept(Table table, Breaches breaches) throws InterruptedException {
        if (schema.violations() == Violations.REJECT) {
            log(table, breaches);
        } else if (!breaches.isEmpty()) {
            throw SchemaFaults.broken(source, table.rowCount(), breaches, places);
        }
        return breaches.isEmpty() ? table : breaches.without(table);
    }

    private void log(Table table, Breaches breaches) throws InterruptedException {
        String metric = context.step() + ".rejected";
        context.metric(metric, breaches.rows().cardinality());
        breaches.counts().forEach((rule, count) -> context.metric(metric + "." + rule, count));
        if (!breaches.isEmpty()) {
            String rejects = context.step() + "/rejects.csv";
            context.artifact(rejects, Rejects.of(breaches, places));
            context.warn(SchemaFaults.setAside(source, table.rowCount(), breaches, rejects));
        }
    }
}
