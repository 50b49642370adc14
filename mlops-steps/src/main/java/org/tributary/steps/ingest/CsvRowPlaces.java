package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tributary.table.Column;

/** Reads CSV files once more for the places of their rows. */
record CsvRowPlaces(Path path, CsvReading reading) implements RowPlaces {

    @Override
    public List<RowPlace> of(int[] rows) throws InterruptedException {
        Starts starts = new Starts(rows);
        reading.read(starts::andIgnored);
        if (starts.next < rows.length) {
            throw CsvFaults.changed(path);
        }
        return reading.lines().of(starts.found);
    }

    /** Stands for the first column and notes where rows begin: each row of a part, those that are asked for in the whole. */
    private static final class Starts implements CsvColumn {
        private final int[] asked;
        private final long[] found;
        private long[] places = new long[16];
        private int size;
        private int row;
        private int next;

        Starts(int[] asked) {
            this.asked = asked;
            this.found = new long[asked.length];
        }

        List<CsvColumn> andIgnored(List<String> names) {
            List<CsvColumn> columns = new ArrayList<>(List.of(this));
            names.stream().skip(1).map(IgnoredColumn::new).forEach(columns::add);
            return columns;
        }

        @Override
        public String name() {
            return "line";
        }

        @Override
        public void add(CsvCell cell) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            places[size++] = cell.row();
        }

        @Override
        public CsvColumn part(@Nullable CsvColumn used, int rows) {
            return new Starts(asked);
        }

        @Override
        public void append(CsvColumn part) {
            Starts later = (Starts) part;
            while (next < asked.length && asked[next] < row + later.size) {
                found[next] = later.places[asked[next] - row];
                next++;
            }
            row += later.size;
        }

        @Override
        public void reserve(int rows) {}

        @Override
        public Column build() {
            throw new IllegalStateException("lines are no values");
        }
    }
}
