package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.store.FaultyStore;

/** Another process runs the same pipeline between any two file operations of a run. */
final class OtherRunTest {

    @TempDir
    Path folder;

    private final Pipeline<String> pipeline = Pipeline.define(
            "twins", p -> p.add("say", new Say("a"), Steps.KEYED).then("end", new Append("!")));

    @Test
    void otherRun_beforeAnyOperation_isNoDamage() throws IOException {
        boolean happened = true;
        int points = 0;
        while (happened) {
            happened = runInterrupted(points + 1);
            points++;
        }
        assertThat(points).as("operations of one run").isGreaterThan(20);
    }

    /** Whether there was an operation of that number. */
    private boolean runInterrupted(int number) throws IOException {
        Path own = Files.createDirectory(folder.resolve("at-" + number));
        AtomicBoolean happened = new AtomicBoolean();
        RunReport<String> report = builder(own)
                .store(warnings -> FaultyStore.interrupted(number, own.resolve("cache"), warnings, () -> {
                    happened.set(true);
                    assertThat(builder(own).build().run(pipeline).orThrow().value())
                            .isEqualTo("a!");
                }))
                .build()
                .run(pipeline);

        assertThat(report.orThrow().value()).as("point %d", number).isEqualTo("a!");
        assertThat(report.warnings()).as("point %d", number).isEmpty();
        assertThat(Outcome.all(report))
                .as("point %d", number)
                .allMatch(outcome -> outcome.endsWith("RAN[never ran]") || outcome.endsWith("CACHED"));
        return happened.get();
    }

    private static LocalRunner.Builder builder(Path folder) {
        return LocalRunner.builder()
                .cache(folder.resolve("cache"))
                .work(folder.resolve("work"))
                .threads(1)
                .extension(new Extension() {});
    }
}
