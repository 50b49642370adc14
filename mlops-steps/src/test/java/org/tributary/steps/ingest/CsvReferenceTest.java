package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/** Compares random files with a parser that is as plain as can be. */
class CsvReferenceTest {
    private static final long SEED = 1_234_567;
    private static final String[] NUMBERS = {
        "0", "1", "-7", "12.5", "1e3", "-0", "007", "NaN", ".5", "99999999999999999999"
    };
    private static final String[] TEXTS = {
        "a", "b c", "x,y", "q\"q", "line\nbreak", "true", "FALSE", "2007-11-11", "é\uD83D\uDC27"
    };

    @TempDir
    Path folder;

    @Test
    void run_randomFiles_agreesWithThePlainParser() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 400; i++) {
            String text = randomFile(random);
            Table table = CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, text)));
            List<List<String>> rows = PlainCsv.parse(text);
            String which = "seed " + SEED + " case " + i + ":\n" + text;
            assertThat(table.columnNames()).as(which).isEqualTo(rows.get(0));
            for (int c = 0; c < rows.get(0).size(); c++) {
                int index = c;
                List<String> cells =
                        rows.stream().skip(1).map(row -> row.get(index)).toList();
                assertThat(table.columns().get(c))
                        .as(which)
                        .isEqualTo(PlainCsv.column(rows.get(0).get(c), cells));
            }
        }
    }

    @Test
    void run_writtenTables_areReadBack() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int i = 0; i < 200; i++) {
            Table table = CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, randomFile(random))));
            Map<String, ColumnType> types =
                    table.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
            Table again = CsvFiles.read(
                    CsvIngest.of(CsvFiles.write(folder, written(table))).withTypes(types));
            assertThat(again).as("seed %d case %d", SEED + 1, i).isEqualTo(table);
        }
    }

    private static String written(Table table) throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out)) {
            csv.writeRecord(table.columnNames());
            for (int row = 0; row < table.rowCount(); row++) {
                int shown = row;
                csv.writeRecord(table.columns().stream()
                        .map(column -> column.isMissing(shown) ? "NA" : column.text(shown))
                        .toList());
            }
        }
        return out.toString();
    }

    private static String randomFile(SplittableRandom random) {
        int columns = 1 + random.nextInt(5);
        int rows = random.nextInt(25);
        String end = random.nextBoolean() ? "\n" : "\r\n";
        int[] kinds = IntStream.range(0, columns).map(c -> random.nextInt(5)).toArray();
        StringBuilder text = new StringBuilder();
        for (int row = -1; row < rows; row++) {
            for (int c = 0; c < columns; c++) {
                String cell = row < 0 ? "c" + c : cell(random, kinds[c]);
                boolean last = c == columns - 1;
                text.append(quoted(cell, random)).append(last ? end : ",");
            }
        }
        return text.toString();
    }

    private static String cell(SplittableRandom random, int kind) {
        if (random.nextInt(6) == 0) {
            return "NA";
        }
        int odd = random.nextInt(40);
        return switch (odd == 0 ? 4 : kind) {
            case 0 -> Integer.toString(random.nextInt(100));
            case 1 -> Double.toString(random.nextInt(1000) / 8.0);
            case 2 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 3 -> random.nextBoolean() ? "true" : "False";
            default -> TEXTS[random.nextInt(TEXTS.length)];
        };
    }

    private static String quoted(String cell, SplittableRandom random) {
        boolean must = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
        return must || random.nextInt(4) == 0 ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    @Test
    void parse_ofThePlainParser_isRight() {
        assertThat(PlainCsv.parse("a,\"b\"\"\n,\"\r\n,x\n"))
                .isEqualTo(Arrays.asList(List.of("a", "b\"\n,"), List.of("", "x")));
    }
}
