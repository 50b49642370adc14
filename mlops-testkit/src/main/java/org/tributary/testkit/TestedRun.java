package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tributary.run.Reason;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.run.StepOutcome.Cached;
import org.tributary.run.StepOutcome.Failed;
import org.tributary.run.StepOutcome.Ran;
import org.tributary.run.StepOutcome.Skipped;
import org.tributary.tracking.InMemoryTracker;
import org.tributary.tracking.RunStatus;

/**
 * A run of {@link PipelineTester}, to be asked and asserted on.
 *
 * <p>Each assertion gives this run, so that the next can follow, and fails with the table of the run's report. Names of steps
 * that are not in the report fail too. <b>Threads:</b> immutable.
 *
 * @param <T> the type of the pipeline's result
 */
public final class TestedRun<T> {

    private final RunReport<T> report;
    private final InMemoryTracker tracker;

    TestedRun(RunReport<T> report, InMemoryTracker tracker) {
        this.report = report;
        this.tracker = tracker;
    }

    /** The report of the run. */
    public RunReport<T> report() {
        return report;
    }

    /** What the run recorded; its id is that of the report. */
    public InMemoryTracker tracker() {
        return tracker;
    }

    /** The result; see {@link RunReport#value()}. */
    public T value() {
        return report.value();
    }

    /** The value of a step or a part; see {@link RunReport#value(String, Class)}. */
    public <V> V value(String step, Class<V> type) {
        return report.value(step, type);
    }

    /** Every step ran or came from the cache. */
    public TestedRun<T> assertSucceeded() {
        assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.FINISHED);
        return this;
    }

    /** These steps were computed. */
    public TestedRun<T> assertRan(String... steps) {
        return assertAll("ran", Ran.class::isInstance, steps);
    }

    /** These steps came from the cache. */
    public TestedRun<T> assertCached(String... steps) {
        return assertAll("cached", Cached.class::isInstance, steps);
    }

    /** These steps failed. */
    public TestedRun<T> assertFailed(String... steps) {
        return assertAll("failed", Failed.class::isInstance, steps);
    }

    /** These steps did not run because a step before them gave no value. */
    public TestedRun<T> assertSkipped(String... steps) {
        return assertAll("skipped", Skipped.class::isInstance, steps);
    }

    /** These steps were computed and every other came from the cache; none given: all came from the cache. */
    public TestedRun<T> assertRanExactly(String... steps) {
        Set<String> others = new LinkedHashSet<>();
        report.steps().forEach(outcome -> others.add(outcome.step()));
        others.removeAll(List.of(steps));
        assertRan(steps);
        return assertCached(others.toArray(new String[0]));
    }

    /**
     * A step was computed for these reasons.
     *
     * @param step the name of the step
     * @param reasons each as {@link Reason#toString} gives it, such as {@code setting epochs 50 -> 7}, in any order
     */
    public TestedRun<T> assertBecause(String step, String... reasons) {
        assertRan(step);
        Ran ran = (Ran) report.step(step);
        assertThat(ran.reasons())
                .as("why \"%s\" ran:%n%s", step, report)
                .extracting(Reason::toString)
                .containsExactlyInAnyOrder(reasons);
        return this;
    }

    /** A step failed with a message that contains a text. */
    public TestedRun<T> assertFailedWith(String step, String text) {
        assertFailed(step);
        assertThat(((Failed) report.step(step)).message())
                .as("how \"%s\" failed:%n%s", step, report)
                .contains(text);
        return this;
    }

    /** The final figure of a metric. */
    public TestedRun<T> assertMetric(String name, double value) {
        return assertMetric(name, value, 0);
    }

    /**
     * The final figure of a metric.
     *
     * @param tolerance how far off it may be, 0 or more
     */
    public TestedRun<T> assertMetric(String name, double value, double tolerance) {
        assertThat(report.metrics()).as("metrics of%n%s", report).containsKey(name);
        assertThat(report.metrics().get(name)).as("metric \"%s\"", name).isCloseTo(value, within(tolerance));
        return this;
    }

    /** The result of the pipeline. */
    public TestedRun<T> assertValue(T expected) {
        assertSucceeded();
        assertThat(report.value()).as("the result").isEqualTo(expected);
        return this;
    }

    /** The table of the run's report. */
    @Override
    public String toString() {
        return report.toString();
    }

    private TestedRun<T> assertAll(String what, Predicate<StepOutcome> kind, String... steps) {
        List<String> others = new ArrayList<>();
        for (String step : steps) {
            if (!kind.test(report.step(step))) {
                others.add(step);
            }
        }
        assertThat(others)
                .as("steps that should be %s but are not:%n%s", what, report)
                .isEmpty();
        return this;
    }
}
