package org.tributary.runtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.tracking.RunStatus;

/** Prints a report as a table for people. */
final class ReportTable {

    private ReportTable() {}

    static String of(String pipeline, RunReport<?> report) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"step", "outcome", "time", "size", "reason"});
        report.steps().forEach(outcome -> rows.add(row(outcome)));
        StringBuilder text = new StringBuilder(pipeline + " " + report.status() + " in " + time(report.time()) + "\n");
        rows.forEach(row -> text.append(line(row, widths(rows))).append('\n'));
        report.metrics()
                .forEach((name, value) -> text.append("  ")
                        .append(name)
                        .append(" = ")
                        .append(number(value))
                        .append('\n'));
        report.warnings()
                .forEach(warning -> text.append("warning: ").append(warning).append('\n'));
        if (report.status() != RunStatus.FINISHED) {
            text.append(resume(report));
        }
        return text.toString().stripTrailing();
    }

    private static String[] row(StepOutcome outcome) {
        String name = OutcomeWords.name(outcome);
        String reason = OutcomeWords.reason(outcome);
        return outcome.fold(
                ran -> new String[] {ran.step(), name, time(ran.time()), size(ran.bytes()), reason},
                cached -> new String[] {cached.step(), name, "", size(cached.bytes()), "saved " + time(cached.saved())},
                failed -> new String[] {failed.step(), name, time(failed.time()), "", reason},
                skipped -> new String[] {skipped.step(), name, "", "", reason});
    }

    private static String resume(RunReport<?> report) {
        List<String> left = report.steps().stream()
                .filter(outcome -> outcome instanceof StepOutcome.Failed || outcome instanceof StepOutcome.Skipped)
                .map(StepOutcome::step)
                .toList();
        String failures = report.steps().stream()
                .filter(StepOutcome.Failed.class::isInstance)
                .map(StepOutcome.Failed.class::cast)
                .map(failed -> failed.step() + ": " + failed.message() + "\n")
                .collect(Collectors.joining());
        return failures + "Not done: " + String.join(", ", left)
                + ". Mend the cause and run again: finished steps come from the cache.";
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
        for (int i = 0; i < row.length; i++) {
            line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
        }
        return line.toString().stripTrailing();
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
