package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;

/** Compares where cells begin and end with FastCSV, on any characters in any order. */
class CsvGrammarTest {
    private static final long SEED = 4_711;
    private static final String[] PIECES = {
        "a", "b ", "1", "\u00e9", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", "\",\"", "\"\n\""
    };

    @TempDir
    Path folder;

    @Test
    void run_anyCharacters_agreesWithFastCsv() {
        SplittableRandom random = new SplittableRandom(SEED);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            String text = IntStream.range(0, 1 + random.nextInt(25))
                    .mapToObj(k -> PIECES[random.nextInt(PIECES.length)])
                    .collect(Collectors.joining());
            String expected = expected(text);
            assertThat(actual(text)).as("seed %d case %d: %s", SEED, i, text).isEqualTo(expected);
            read += expected.startsWith("[") ? 1 : 0;
        }
        assertThat(read).isGreaterThan(300);
    }

    private static String expected(String text) {
        List<List<String>> rows = new ArrayList<>();
        try {
            CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .stream()
                    .map(CsvRecord::getFields)
                    .forEach(rows::add);
        } catch (CsvParseException e) {
            return "fault";
        }
        boolean even = rows.stream().allMatch(row -> row.size() == columns(text));
        return even ? rows.toString() : "fault";
    }

    private static int columns(String text) {
        try {
            return CsvReader.builder().allowUnclosedQuote(false).ofCsvRecord(text).stream()
                    .findFirst()
                    .map(CsvRecord::getFieldCount)
                    .orElse(1);
        } catch (CsvParseException e) {
            return 1;
        }
    }

    private String actual(String text) {
        String[] names =
                IntStream.range(0, columns(text)).mapToObj(c -> "c" + c).toArray(String[]::new);
        Map<String, ColumnType> types =
                List.of(names).stream().collect(Collectors.toMap(Function.identity(), name -> ColumnType.TEXT));
        CsvIngest ingest = CsvIngest.of(CsvFiles.write(folder, text))
                .withHeader(names)
                .withTypes(types)
                .withMissing();
        try {
            List<Column> columns = CsvFiles.read(ingest).columns();
            return IntStream.range(0, columns.get(0).size())
                    .mapToObj(row ->
                            columns.stream().map(column -> column.text(row)).toList())
                    .toList()
                    .toString();
        } catch (PipelineException fault) {
            return "fault";
        }
    }
}
