package org.tributary.steps.ingest;

import java.util.ArrayList;
import java.util.List;
import org.tributary.table.Column;

/** Reads a CSV file once more for the lines of its rows. */
record CsvRowLines(CsvFile file) implements RowLines {

    @Override
    public long[] of(int[] rows) throws InterruptedException {
        Noted noted = new Noted(rows);
        file.read(names -> noted.andIgnored(names));
        return noted.lines;
    }

    /** Notes the line of each row that is asked for. */
    private static final class Noted implements CsvColumn {
        private final int[] rows;
        private final long[] lines;
        private int row;
        private int next;

        Noted(int[] rows) {
            this.rows = rows;
            this.lines = new long[rows.length];
        }

        List<CsvColumn> andIgnored(List<String> names) {
            List<CsvColumn> columns = new ArrayList<>(List.of(this));
            names.stream().skip(1).map(IgnoredColumn::new).forEach(columns::add);
            return columns;
        }

        @Override
        public void add(Cell cell) {
            if (next < rows.length && rows[next] == row) {
                lines[next++] = cell.line();
            }
            row++;
        }

        @Override
        public String name() {
            return "line";
        }

        @Override
        public Column build() {
            throw new IllegalStateException("lines are no values");
        }
    }
}
