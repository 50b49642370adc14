package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.tracking.RunStatus;

/** Prints a report as a table for people. */
final class ReportTable {

    private static final int WIDEST_REASON = 120;
    private static final int MOST_FAILURES = 10;
    private static final int MOST_NAMES = 20;
    private static final int MOST_WARNINGS = 50;
    private static final int MOST_LINES = 30;
    private static final int WIDEST_LINE = 1000;
    private static final String BASELINE = "baseline.";

    private ReportTable() {}

    static String of(String pipeline, RunReport<?> report) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"step", "outcome", "time", "size", "reason"});
        ElementSummary.grouped(report.steps(), StepOutcome::step).forEach(same -> rows.add(row(same)));
        StringBuilder text = new StringBuilder(pipeline + " " + report.status() + " in " + time(report.time()) + "\n");
        int[] widths = widths(rows);
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        text.append(metrics(report.metrics()));
        text.append(warnings(report.warnings()));
        if (report.status() != RunStatus.FINISHED) {
            text.append(resume(report));
        }
        return text.toString().stripTrailing();
    }

    /** One row for a step, or for what it was for each element of a map. */
    private static String[] row(List<StepOutcome> same) {
        StepOutcome first = same.get(0);
        Duration time = ElementSummary.time(same);
        Duration saved = ElementSummary.saved(same);
        boolean isOne = same.size() == 1;
        return new String[] {
            isOne ? first.step() : ElementSummary.name(first.step()),
            isOne ? first.word() : ElementSummary.words(same),
            time.isZero() ? "" : time(time),
            size(ElementSummary.bytes(same)),
            first instanceof StepOutcome.Cached ? "saved " + time(saved) : shortened(first.reason(), WIDEST_REASON)
        };
    }

    private static String shortened(String text, int widest) {
        return text.length() <= widest ? text : text.substring(0, widest - 3) + "...";
    }

    /** A message of somebody's, as far as people read it: an exception may quote a whole file. */
    private static String excerpt(String message) {
        List<String> lines = message.lines()
                .limit(MOST_LINES + 1L)
                .map(line -> shortened(line, WIDEST_LINE))
                .toList();
        return lines.size() <= MOST_LINES
                ? String.join("\n", lines)
                : String.join("\n", lines.subList(0, MOST_LINES)) + "\n...";
    }

    private static String warnings(List<String> warnings) {
        List<String> texts =
                warnings.stream().map(warning -> "warning: " + excerpt(warning)).toList();
        return texts.isEmpty() ? "" : some(texts, MOST_WARNINGS, "\n") + "\n";
    }

    /** Metrics, each with its baseline beside it where there is one. */
    private static String metrics(Map<String, Double> metrics) {
        StringBuilder text = new StringBuilder();
        ElementSummary.grouped(List.copyOf(metrics.keySet()), name -> name).forEach(names -> {
            String first = names.get(0);
            if (!isBaseline(first, metrics)) {
                List<Double> baselines = names.stream()
                        .map(name -> metrics.get(baselineOf(name)))
                        .filter(Objects::nonNull)
                        .toList();
                text.append("  ")
                        .append(names.size() > 1 ? ElementSummary.name(first) : first)
                        .append(" = ")
                        .append(numbers(names.stream().map(metrics::get).toList()))
                        .append(baselines.isEmpty() ? "" : " (baseline " + number(mean(baselines)) + ")")
                        .append('\n');
            }
        });
        return text.toString();
    }

    private static boolean isBaseline(String name, Map<String, Double> metrics) {
        int start = name.lastIndexOf('/') + 1;
        return name.startsWith(BASELINE, start)
                && metrics.containsKey(name.substring(0, start) + name.substring(start + BASELINE.length()));
    }

    private static String baselineOf(String name) {
        int start = name.lastIndexOf('/') + 1;
        return name.substring(0, start) + BASELINE + name.substring(start);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** One number, or the mean of those of several elements and their range. */
    private static String numbers(List<Double> values) {
        DoubleSummaryStatistics all =
                values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return all.getCount() == 1
                ? number(all.getMax())
                : number(all.getAverage()) + " (" + number(all.getMin()) + " to " + number(all.getMax()) + " over "
                        + all.getCount() + " elements)";
    }

    private static String resume(RunReport<?> report) {
        List<String> left = report.steps().stream()
                .filter(outcome -> outcome instanceof StepOutcome.Failed || outcome instanceof StepOutcome.Skipped)
                .map(StepOutcome::step)
                .toList();
        String remedy = report.status() == RunStatus.KILLED ? "Run again" : "Mend the cause and run again";
        return failures(report) + "Not done: " + some(left, MOST_NAMES, ", ") + ". " + remedy
                + ": finished steps come from the cache.";
    }

    private static String failures(RunReport<?> report) {
        List<String> failures = report.steps().stream()
                .filter(StepOutcome.Failed.class::isInstance)
                .map(StepOutcome.Failed.class::cast)
                .map(failed -> failed.step() + ": " + excerpt(failed.message()))
                .toList();
        return failures.isEmpty() ? "" : some(failures, MOST_FAILURES, "\n") + "\n";
    }

    /** The first of many texts, and how many more there are. */
    private static String some(List<String> texts, int most, String between) {
        String shown = texts.stream().limit(most).collect(Collectors.joining(between));
        int more = texts.size() - most;
        return more > 0 ? shown + between + "and " + more + " more" : shown;
    }

    private static int[] widths(List<String[]> rows) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return widths;
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder("  ");
        int last = row.length - 1;
        for (int i = 0; i < last; i++) {
            line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
        }
        return line.append(row[last]).toString().stripTrailing();
    }

    private static String time(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis < 1_000
                ? String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1_000);
    }

    private static String size(long bytes) {
        if (bytes == 0) {
            return "";
        }
        return bytes < 10_000 ? bytes + " B" : bytes < 10_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
