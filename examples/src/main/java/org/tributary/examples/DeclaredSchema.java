package org.tributary.examples;

import java.nio.file.Path;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.steps.ingest.ColumnRule;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.ingest.Schema;
import org.tributary.steps.ingest.Schema.Violations;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/** Rules for the values of a file: rows that break one are set aside and listed with the run. */
public final class DeclaredSchema {

    private DeclaredSchema() {}

    /** The pipeline: the penguins whose sex, flipper and date are known and likely. */
    public static Pipeline<Table> define(Path csv) {
        // region schema
        Schema schema = Schema.of(
                        ColumnRule.of("Sex", ColumnType.TEXT).required().withAllowed("MALE", "FEMALE"),
                        ColumnRule.of("Flipper Length (mm)", ColumnType.WHOLE)
                                .withMin("175")
                                .withMax("230"),
                        ColumnRule.of("Date Egg", ColumnType.TIME).withMin("2007-01-01"),
                        ColumnRule.of("Individual ID", ColumnType.TEXT).withPattern("N\\d+A[12]"))
                .withViolations(Violations.REJECT);
        // endregion
        return Pipeline.define("schema", p -> p.add("ingest", CsvIngest.of(csv).withSchema(schema)));
    }

    /**
     * Runs it on {@code data/raw/penguins-raw.csv}.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try {
            RunReport<Table> report = LocalRunner.create()
                    .run(define(Path.of("data", "raw", "penguins-raw.csv")))
                    .orThrow();
            System.out.println(report);
        } catch (PipelineException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
