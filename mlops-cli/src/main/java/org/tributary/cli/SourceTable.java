package org.tributary.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Source;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.run.Runner;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.table.Table;

/** Reads a table for a command, outside any pipeline of the user's. */
final class SourceTable {

    private SourceTable() {}

    /**
     * Reads the table and prints what the source warned of; leaves nothing in the working directory.
     *
     * @throws PipelineException what the source failed with
     */
    static Table read(Source<Table> source, Terminal terminal) throws IOException {
        Path work = Files.createTempDirectory("mlops-");
        try {
            return read(LocalRunner.builder().work(work).build(), source, terminal);
        } finally {
            Files.delete(work);
        }
    }

    private static Table read(Runner runner, Source<Table> source, Terminal terminal) {
        RunReport<Table> report = runner.run(
                Pipeline.define("input", p -> p.add("input", source)),
                RunOptions.defaults().withoutCache());
        report.warnings().forEach(warning -> terminal.err().println("warning: " + warning));
        if (report.step("input") instanceof StepOutcome.Failed failed) {
            throw new PipelineException(failed.message(), failed.cause());
        }
        return report.value();
    }
}
