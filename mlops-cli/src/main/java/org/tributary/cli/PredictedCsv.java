package org.tributary.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.tributary.steps.model.Predictions;
import org.tributary.steps.model.TrainedModel;
import org.tributary.table.Column;
import org.tributary.table.Table;

/** A table as CSV, with two more columns: the predicted label and its probability. */
record PredictedCsv(TrainedModel model, Table table) {

    private static final List<String> ADDED = List.of("prediction", "probability");

    void write(Writer out) throws IOException {
        Predictions predictions = model.predict(table);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> header = new ArrayList<>(table.columnNames());
        ADDED.forEach(name -> header.add(free(name)));
        csv.writeRecord(header);
        for (int row = 0; row < table.rowCount(); row++) {
            csv.writeRecord(record(row, predictions));
        }
        csv.flush();
    }

    private List<String> record(int row, Predictions predictions) {
        List<String> cells = new ArrayList<>();
        for (Column column : table.columns()) {
            cells.add(column.isMissing(row) ? "" : column.text(row));
        }
        cells.add(predictions.label(row));
        cells.add(Double.toString(predictions.probability(row)));
        return cells;
    }

    private String free(String name) {
        String free = name;
        while (table.has(free)) {
            free += "_";
        }
        return free;
    }
}
