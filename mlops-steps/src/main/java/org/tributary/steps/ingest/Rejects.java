package org.tributary.steps.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists the values that break a schema, in the order of the rows. */
final class Rejects {
    static final int MOST_LISTED = 100_000;
    static final int LONGEST_VALUE = 200;

    private Rejects() {}

    /** The document {@code rejects.csv}. */
    static byte[] of(Breaches breaches, RowPlaces places) throws InterruptedException {
        int[] rows = breaches.firstRows(MOST_LISTED);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("row", "file", "line", "column", "value", "rule", "reason");
            long left = breaches.count() - write(breaches, rows, places.of(rows), csv);
            if (left > 0) {
                csv.writeRecord("", "", "", "", "", "", left + " more are not listed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int write(Breaches breaches, int[] rows, List<RowPlace> places, CsvWriter csv) {
        int listed = 0;
        for (int i = 0; i < rows.length && listed < MOST_LISTED; i++) {
            for (Breach breach : breaches.in(rows[i])) {
                if (listed < MOST_LISTED) {
                    csv.writeRecord(
                            Integer.toString(rows[i] + 1),
                            places.get(i).file(),
                            places.get(i).line(),
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
