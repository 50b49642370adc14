package org.tributary.cli;

import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Source;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.table.Table;

/** Reads a table for a command, outside any pipeline of the user's. */
final class SourceTable {

    private SourceTable() {}

    /**
     * Reads the table and prints what the source warned of.
     *
     * @throws PipelineException what the source failed with
     */
    static Table read(Source<Table> source, Terminal terminal) {
        RunReport<Table> report = LocalRunner.create()
                .run(
                        Pipeline.define("input", p -> p.add("input", source)),
                        RunOptions.defaults().withoutCache());
        report.warnings().forEach(warning -> terminal.err().println("warning: " + warning));
        if (report.step("input") instanceof StepOutcome.Failed failed) {
            throw new PipelineException(failed.message(), failed.cause());
        }
        return report.value();
    }
}
