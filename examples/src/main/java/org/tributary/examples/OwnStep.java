package org.tributary.examples;

import java.nio.file.Path;
import java.util.Arrays;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

/** A step of one's own: a record whose components are its settings, and one method. It is cached like any other. */
public final class OwnStep {

    private OwnStep() {}

    // region step
    /**
     * Adds the quotient of two columns.
     *
     * @param dividend the column above the line
     * @param divisor the column below the line
     * @param name the new column
     */
    public record Ratio(String dividend, String divisor, String name) implements Step<Table, Table> {

        @Override
        public Table run(Table table, StepContext context) {
            NumberColumn above = (NumberColumn) table.column(dividend);
            NumberColumn below = (NumberColumn) table.column(divisor);
            double[] ratios = new double[table.rowCount()];
            for (int row = 0; row < ratios.length; row++) {
                ratios[row] = above.value(row) / below.value(row); // a missing value is NaN, and so is the quotient
            }
            context.metric(
                    name + ".missing",
                    Arrays.stream(ratios).filter(Double::isNaN).count());
            return table.with(NumberColumn.of(name, ratios));
        }
    }
    // endregion

    /** The pipeline: a table of penguins, and how slender their bills are. */
    public static Pipeline<Table> define(Path csv) {
        return Pipeline.define("bills", p -> {
            Node<Table> raw = p.add("ingest", CsvIngest.of(csv));
            return raw.then("slender", new Ratio("Culmen Length (mm)", "Culmen Depth (mm)", "slenderness"));
        });
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
            System.out.println(report.value());
        } catch (PipelineException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
