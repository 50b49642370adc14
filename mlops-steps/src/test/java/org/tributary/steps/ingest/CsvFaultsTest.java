package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

class CsvFaultsTest {
    @TempDir
    Path folder;

    @Test
    void run_missingFile_saysWhereItLooked() {
        Path relative = Path.of("no-such-folder", "penguins.csv");
        fails(
                CsvIngest.of(relative),
                "[CSV_NO_FILE] there is no file " + relative + ": looked in "
                        + Path.of("no-such-folder").toAbsolutePath() + ". Check the path, or fetch the data first.");
    }

    @Test
    void run_folder_isRefused() {
        fails(
                CsvIngest.of(folder),
                "[CSV_UNREADABLE] " + folder + " is a folder. Give a file that this user may read.");
    }

    @Test
    void run_emptyFile_isRefused() {
        for (String text : new String[] {"", "\n\n\r\n", "\uFEFF"}) {
            Path file = CsvFiles.write(folder, text);
            fails(
                    CsvIngest.of(file),
                    "[CSV_EMPTY] " + file + " holds no line: the first one must be the header. Check how it was made.");
        }
    }

    @Test
    void run_oneNameTwice_namesBothColumns() {
        Path file = CsvFiles.write(folder, "\na,b, a\n1,2,3\n");
        fails(
                CsvIngest.of(file),
                "[CSV_DUPLICATE_HEADER] columns 1 and 3 are both named \"a\": " + file
                        + " line 2. Names are unique; rename one in the file.");
    }

    @Test
    void run_tooFewOrTooManyFields_countsThem() {
        Path file = CsvFiles.write(folder, "a,b,c\n1,2,\"x\ny\"\n1,2\n");
        fails(
                CsvIngest.of(file),
                "[CSV_FIELDS] the header has 3 fields and a row has 2: " + file
                        + " line 4. Quote fields that hold the delimiter, or mend the row.");
        file = CsvFiles.write(folder, "a\n1,2,3,4");
        fails(
                CsvIngest.of(file),
                "[CSV_FIELDS] the header has 1 field and a row has 4: " + file
                        + " line 2. Quote fields that hold the delimiter, or mend the row.");
    }

    @Test
    void run_openQuote_namesTheLineWhereItOpened() {
        Path file = CsvFiles.write(folder, "id,note,text\r\n1,a,b\r\n2,\"two\r\nlines\",\"never closed\r\n3,a,b\r\n");
        fails(
                CsvIngest.of(file),
                "[CSV_OPEN_QUOTE] the quote that opens column \"text\" is never closed: " + file
                        + " line 4. Close it, or set quote to a character that the file does not use.");
        file = CsvFiles.write(folder, "id,\"text\n1,2\n");
        fails(
                CsvIngest.of(file),
                "[CSV_OPEN_QUOTE] the quote that opens field 2 is never closed: " + file
                        + " line 1. Close it, or set quote to a character that the file does not use.");
    }

    @Test
    void run_quoteClosedByALaterOne_namesTheLineWhereItOpened() {
        Path file = CsvFiles.write(folder, "id,text\n1,\"open\n2,\"closed\"\n");
        fails(
                CsvIngest.of(file),
                "[CSV_AFTER_QUOTE] column \"text\" goes on after its closing quote: " + file
                        + " line 2. Double the quotes inside it, or look for a quote that opens there and is never closed.");
    }

    @Test
    @Timeout(30)
    void run_openQuoteInALargeFile_stopsEarly() throws IOException {
        Path file = folder.resolve("data.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("id,text,label\n0,fine,a\n1,\"never closed,a\n".getBytes(StandardCharsets.UTF_8));
            byte[] row = "2,plain text of a row,b\n".getBytes(StandardCharsets.UTF_8);
            for (int written = 0; written < 20_000_000; written += row.length) {
                out.write(row);
            }
        }
        fails(
                CsvIngest.of(file),
                "[CSV_LONG_FIELD] column \"text\" has more than 4194304 bytes: " + file
                        + " line 3. Look for a quote that opens there and is never closed.");
    }

    @Test
    void run_oneHugeField_isRefused() {
        Path file = CsvFiles.write(folder, "a,b\n1," + "x".repeat(5_000_000) + "\n");
        fails(
                CsvIngest.of(file),
                "[CSV_LONG_FIELD] column \"b\" has more than 4194304 bytes: " + file
                        + " line 2. Look for a quote that opens there and is never closed.");
    }

    @Test
    void run_longFieldWithinTheLimit_isRead() {
        String text = "x".repeat(3_000_000);
        Path file = CsvFiles.write(folder, "a\n" + text + "\n");
        assertThat(CsvFiles.read(CsvIngest.of(file)))
                .isEqualTo(Table.builder().text("a", text).build());
    }

    @Test
    void run_nul_namesTheLine() {
        Path file = CsvFiles.write(folder, "id,text\r\n1,a\r\n2,b\0c\r\n");
        fails(
                CsvIngest.of(file),
                "[CSV_NUL] the file holds a NUL character: " + file
                        + " line 3. It is no text, or UTF-16 without a byte order mark:"
                        + " then set encoding to UTF-16LE or UTF-16BE.");
        file = CsvFiles.write(folder, "id\n1\n", StandardCharsets.UTF_16LE);
        fails(
                CsvIngest.of(file),
                "[CSV_NUL] the file holds a NUL character: " + file
                        + " line 1. It is no text, or UTF-16 without a byte order mark:"
                        + " then set encoding to UTF-16LE or UTF-16BE.");
    }

    @Test
    void run_nulBehindAnotherFault_tellsTheFirstOne() {
        Path file = CsvFiles.write(folder, "a,b\n1\n2,\0\n");
        fails(
                CsvIngest.of(file),
                "[CSV_FIELDS] the header has 2 fields and a row has 1: " + file
                        + " line 2. Quote fields that hold the delimiter, or mend the row.");
    }

    @Test
    void run_nulAfterAQuote_isToldBeforeTheQuote() {
        for (String cell : new String[] {"\"a\"\0", "\"a\0\"x", "\"a\0"}) {
            Path file = CsvFiles.write(folder, "a\n" + cell + "\n");
            fails(
                    CsvIngest.of(file),
                    "[CSV_NUL] the file holds a NUL character: " + file
                            + " line 2. It is no text, or UTF-16 without a byte order mark:"
                            + " then set encoding to UTF-16LE or UTF-16BE.");
        }
    }

    @Test
    void run_otherEncoding_namesTheByte() {
        Path file = CsvFiles.write(folder, "id,text\n1,x\r2,caf\u00e9\n", StandardCharsets.ISO_8859_1);
        fails(
                CsvIngest.of(file),
                "[CSV_MALFORMED] byte 17 (0xE9) is not UTF-8: " + file
                        + " line 3. Set encoding to that of the file, for example windows-1252.");
    }

    @Test
    void run_otherEncodingFarInTheFile_namesTheByte() {
        String rows = "é,x\n".repeat(100_000);
        byte[] good = ("\uFEFFa,b\n" + rows).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(good, good.length + 1);
        bytes[good.length] = (byte) 0xC3;
        Path file = CsvFiles.write(folder, bytes);
        fails(
                CsvIngest.of(file),
                "[CSV_MALFORMED] byte " + good.length + " (0xC3) is not UTF-8: " + file
                        + " line 100002. Set encoding to that of the file, for example windows-1252.");
    }

    @Test
    void run_declaredTypeViolated_namesTheCell() {
        Path file = CsvFiles.write(folder, "id,mass\n1,3750\n2,3750.5\n");
        fails(
                CsvIngest.of(file).withTypes(Map.of("mass", ColumnType.WHOLE)),
                "[CSV_TYPE] column \"mass\" is declared as whole and holds \"3750.5\": " + file
                        + " line 3. Mend the cell, name its text in missing, or declare another type.");
        file = CsvFiles.write(folder, "id,mass\n1," + "y".repeat(100) + "\n");
        fails(
                CsvIngest.of(file).withTypes(Map.of("mass", ColumnType.BOOLEAN)),
                "[CSV_TYPE] column \"mass\" is declared as boolean and holds \"" + "y".repeat(37) + "...\": " + file
                        + " line 2. Mend the cell, name its text in missing, or declare another type.");
    }

    @Test
    void run_declaredNumbersOutOfRange_areRefused() {
        Path file = CsvFiles.write(folder, "n\n1e400\n");
        fails(
                CsvIngest.of(file).withTypes(Map.of("n", ColumnType.NUMBER)),
                "[CSV_TYPE] column \"n\" is declared as number and holds \"1e400\": " + file
                        + " line 2. Mend the cell, name its text in missing, or declare another type.");
        file = CsvFiles.write(folder, "n\n9223372036854775808\n");
        fails(
                CsvIngest.of(file).withTypes(Map.of("n", ColumnType.WHOLE)),
                "[CSV_TYPE] column \"n\" is declared as whole and holds \"9223372036854775808\": " + file
                        + " line 2. Mend the cell, name its text in missing, or declare another type.");
    }

    @Test
    void run_declaredUnknownColumn_namesTheNearest() {
        Path file = CsvFiles.write(folder, "Species,Island\nx,y\n");
        fails(
                CsvIngest.of(file).withTypes(Map.of("Iland", ColumnType.TEXT)),
                "[CSV_NO_COLUMN] types or schema names a column \"Iland\" that " + file
                        + " does not have: columns are Species, Island. Did you mean \"Island\"?");
    }

    @Test
    @Timeout(60)
    void run_wideFile_isReadAndAWiderOneRefused() {
        Path file = CsvFiles.write(folder, wide(50_000) + wide(50_000));
        RecordingContext context = new RecordingContext("ingest");
        assertThat(CsvFiles.read(CsvIngest.of(file), context).columns()).hasSize(50_000);
        assertThat(context.warnings).containsExactly("the profile shows the first 10000 of 50000 columns.");
        Path wider = CsvFiles.write(folder, wide(200_001));
        fails(
                CsvIngest.of(wider),
                "[CSV_TOO_MANY_COLUMNS] the header has more than 200000 columns: " + wider
                        + " line 1. Check the delimiter, or store this data by rows.");
    }

    private static String wide(int columns) {
        return IntStream.range(0, columns).mapToObj(Integer::toString).collect(Collectors.joining(",", "", "\n"));
    }

    private static void fails(CsvIngest ingest, String message) {
        assertThatThrownBy(() -> ingest.run(new RecordingContext("ingest")))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }
}
