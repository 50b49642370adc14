package org.tributary.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes the CSV file that the contenders read: {@code MakeCsv FILE ROWS}, 28 numbers and a label in each row. */
public final class MakeCsv {

    private MakeCsv() {}

    /** Writes the file. */
    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[1]);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            out.write(header());
            Random random = new Random(42);
            for (int row = 0; row < rows; row++) {
                out.write(row(random));
            }
        }
    }

    private static String header() {
        StringBuilder names = new StringBuilder();
        for (int column = 0; column < Rows.COLUMNS; column++) {
            names.append(Rows.name(column)).append(',');
        }
        return names.append("label\n").toString();
    }

    /** Floats, as the HIGGS data has them: seven or eight digits each. */
    private static String row(Random random) {
        StringBuilder row = new StringBuilder();
        double sum = 0;
        for (int column = 0; column < Rows.COLUMNS; column++) {
            float value = (float) random.nextGaussian();
            sum += column < 2 ? value : 0;
            row.append(value).append(',');
        }
        return row.append(sum > 0 ? "signal" : "background").append('\n').toString();
    }
}
