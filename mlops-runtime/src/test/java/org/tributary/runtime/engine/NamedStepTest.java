package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.tracking.InMemoryTracker;
import org.tributary.tracking.Tracker;

/** A step's name is part of its key only if the step asks for it. */
class NamedStepTest {

    private static final StepOptions KEYED = StepOptions.defaults().withKeyPart("v1");

    @TempDir
    Path folder;

    private final InMemoryTracker tracker = Tracker.inMemory();

    /** Logs under its own name. */
    record Named(long value) implements Source<Long> {
        @Override
        public Long run(StepContext context) {
            context.metric(context.step() + ".value", value);
            return value;
        }
    }

    /** Logs under a fixed name. */
    record Plain(long value) implements Source<Long> {
        @Override
        public Long run(StepContext context) {
            context.metric("value", value);
            return value;
        }
    }

    private RunReport<Long> run(String name, Source<Long> source) {
        return runner().run(Pipeline.define("names", p -> p.add(name, source, KEYED)));
    }

    private RunReport<Long> runTwice(Source<Long> source) {
        return runner().run(Pipeline.define("names", p -> {
            p.add("one", source, KEYED);
            return p.add("two", source, KEYED);
        }));
    }

    private LocalRunner runner() {
        return LocalRunner.builder()
                .cache(folder.resolve("cache"))
                .work(folder.resolve("work"))
                .extension(new Extension() {})
                .tracker(tracker)
                .threads(1)
                .build();
    }

    @Test
    void rename_stepThatDoesNotAskForItsName_hits() {
        run("one", new Plain(1));

        assertThat(run("two", new Plain(1)).step("two")).isInstanceOf(StepOutcome.Cached.class);
    }

    @Test
    void rename_stepThatLogsUnderItsName_runsAgainOnceForEachName() {
        run("one", new Named(1));
        RunReport<Long> renamed = run("two", new Named(1));

        assertThat(renamed.step("two")).isInstanceOf(StepOutcome.Ran.class);
        assertThat(renamed.metrics()).containsOnlyKeys("two.value");
        assertThat(run("one", new Named(1)).step("one")).isInstanceOf(StepOutcome.Cached.class);
        assertThat(run("two", new Named(1)).metrics()).containsOnlyKeys("two.value");
    }

    @Test
    void twins_stepsOfOneKey_logOnceAndDoNotClash() {
        RunReport<Long> report = runTwice(new Plain(1));

        assertThat(report.step("one")).isInstanceOf(StepOutcome.Ran.class);
        assertThat(report.step("two")).isInstanceOf(StepOutcome.Cached.class);
        assertThat(tracker.metrics(report.runId())).hasSize(1);
    }

    @Test
    void twins_stepsThatLogUnderTheirNames_areBothCachedTheNextTime() {
        assertThat(runTwice(new Named(1)).metrics()).containsOnlyKeys("one.value", "two.value");

        RunReport<Long> again = runTwice(new Named(1));

        assertThat(again.steps()).allMatch(StepOutcome.Cached.class::isInstance);
        assertThat(again.metrics()).containsOnlyKeys("one.value", "two.value");
        assertThat(tracker.metrics(again.runId())).hasSize(2);
    }
}
