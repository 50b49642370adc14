package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.tracking.RunStatus;

/** Prints a report as a table for people. */
final class ReportTable {

    private static final int WIDEST_REASON = 120;
    private static final int MOST_FAILURES = 10;
    private static final int MOST_NAMES = 20;
    private static final String BASELINE = "baseline.";

    private ReportTable() {}

    static String of(String pipeline, RunReport<?> report) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"step", "outcome", "time", "size", "reason"});
        report.steps().forEach(outcome -> rows.add(row(outcome)));
        StringBuilder text = new StringBuilder(pipeline + " " + report.status() + " in " + time(report.time()) + "\n");
        int[] widths = widths(rows);
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        text.append(metrics(report.metrics()));
        report.warnings()
                .forEach(warning -> text.append("warning: ").append(warning).append('\n'));
        if (report.status() != RunStatus.FINISHED) {
            text.append(resume(report));
        }
        return text.toString().stripTrailing();
    }

    private static String[] row(StepOutcome outcome) {
        String[] cells = {outcome.step(), outcome.word(), "", "", shortened(outcome.reason())};
        if (outcome instanceof StepOutcome.Ran ran) {
            cells[3] = size(ran.bytes());
        } else if (outcome instanceof StepOutcome.Cached cached) {
            cells[3] = size(cached.bytes());
            cells[4] = "saved " + time(cached.saved());
        }
        if (!outcome.time().isZero()) {
            cells[2] = time(outcome.time());
        }
        return cells;
    }

    private static String shortened(String reason) {
        return reason.length() <= WIDEST_REASON ? reason : reason.substring(0, WIDEST_REASON - 3) + "...";
    }

    /** Metrics, each with its baseline beside it where there is one. */
    private static String metrics(Map<String, Double> metrics) {
        StringBuilder text = new StringBuilder();
        metrics.forEach((name, value) -> {
            if (!name.startsWith(BASELINE) || !metrics.containsKey(name.substring(BASELINE.length()))) {
                Double baseline = metrics.get(BASELINE + name);
                String beside = baseline == null ? "" : " (baseline " + number(baseline) + ")";
                text.append("  ")
                        .append(name)
                        .append(" = ")
                        .append(number(value))
                        .append(beside)
                        .append('\n');
            }
        });
        return text.toString();
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
                .map(failed -> failed.step() + ": " + failed.message())
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
