package org.tributary.steps.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Lists the values that break a schema, in the order of the rows. */
final class Rejects {
    static final int MOST_LISTED = 100_000;
    static final int LONGEST_VALUE = 200;

    private Rejects() {}

    /** The document {@code rejects.csv}. */
    static byte[] of(Breaches breaches, RowLines lines) throws InterruptedException {
        int[] rows = breaches.firstRows(MOST_LISTED);
        long[] begins = lines.of(rows);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("row", "line", "column", "value", "rule", "reason");
            long left = breaches.count() - write(breaches, rows, begins, csv);
            if (left > 0) {
                csv.writeRecord("", "", "", "", "", left + " more are not listed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int write(Breaches breaches, int[] rows, long[] lines, CsvWriter csv) {
        int listed = 0;
        for (int i = 0; i < rows.length && listed < MOST_LISTED; i++) {
            for (Breach breach : breaches.in(rows[i])) {
                if (listed < MOST_LISTED) {
                    csv.writeRecord(
                            Integer.toString(rows[i] + 1),
                            Long.toString(lines[i]),
                            breach.column().name(),
                            breach.value(rows[i], LONGEST_VALUE),
                            breach.rule(),
                            breach.reason().apply(rows[i]));
                    listed++;
                }
            }
        }
        return listed;
    }
}
