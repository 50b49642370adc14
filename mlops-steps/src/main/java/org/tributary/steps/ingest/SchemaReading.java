package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepContext;
import org.tributary.steps.ingest.Schema.Extra;
import org.tributary.steps.ingest.Schema.Violations;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/** Reads a table by the types of a schema, checks it, and does with the rows that break it as the schema says. */
record SchemaReading(Schema schema, Path path, RowLines lines, StepContext context) {

    /** Reads the file; a value of another type than the one given for its column is a fault. */
    interface TypedRead {
        /** Reads the file. */
        Table read(Map<String, ColumnType> types) throws InterruptedException;
    }

    /**
     * Reads and checks.
     *
     * @param types of columns without a rule
     */
    Table read(Map<String, ColumnType> types, TypedRead file) throws InterruptedException {
        Table table = typed(types, file);
        checkExtra(table);
        return schema.columns().isEmpty() ? table : checked(table);
    }

    /** Keeping all text costs much memory, so it is done only where a value has another type. */
    private Table typed(Map<String, ColumnType> types, TypedRead file) throws InterruptedException {
        try {
            return file.read(with(types, ColumnRule::type));
        } catch (PipelineException e) {
            if (!FileFaults.isType(e) || schema.columns().isEmpty()) {
                throw e;
            }
        }
        return file.read(with(types, rule -> ColumnType.TEXT));
    }

    private Map<String, ColumnType> with(Map<String, ColumnType> types, Function<ColumnRule, ColumnType> own) {
        Map<String, ColumnType> all = new LinkedHashMap<>(types);
        schema.columns().forEach(rule -> all.put(rule.name(), own.apply(rule)));
        return all;
    }

    private void checkExtra(Table table) {
        List<String> extra = new ArrayList<>(table.columnNames());
        extra.removeAll(schema.columns().stream().map(ColumnRule::name).toList());
        if (schema.extra() == Extra.ERROR && !extra.isEmpty()) {
            throw SchemaFaults.extra(path, extra);
        }
    }

    private Table checked(Table read) throws InterruptedException {
        Map<String, ColumnRule> rules =
                schema.columns().stream().collect(Collectors.toMap(ColumnRule::name, Function.identity()));
        Table table = read;
        List<Breach> breaches = new ArrayList<>();
        for (String name : read.columnNames()) {
            ColumnRule rule = rules.get(name);
            if (rule != null) {
                context.checkCancelled();
                ReadColumn column = ReadColumn.of(read.column(name), rule.type());
                breaches.addAll(ColumnCheck.of(rule, column));
                table = table.with(column.values());
            }
        }
        return kept(table, Breaches.of(breaches));
    }

    private Table kept(Table table, Breaches breaches) throws InterruptedException {
        if (schema.violations() == Violations.REJECT) {
            log(table, breaches);
        } else if (!breaches.isEmpty()) {
            throw SchemaFaults.broken(path, table.rowCount(), breaches, lines);
        }
        return breaches.isEmpty() ? table : breaches.without(table);
    }

    private void log(Table table, Breaches breaches) throws InterruptedException {
        String metric = context.step() + ".rejected";
        context.metric(metric, breaches.rows().cardinality());
        breaches.counts().forEach((rule, count) -> context.metric(metric + "." + rule, count));
        if (!breaches.isEmpty()) {
            String rejects = context.step() + "/rejects.csv";
            context.artifact(rejects, Rejects.of(breaches, lines));
            context.warn(SchemaFaults.setAside(path, table.rowCount(), breaches, rejects));
        }
    }
}
