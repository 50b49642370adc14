package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.Table;

class CsvArchiveTest {
    private static final String TEXT = "id,text\n1,caf\u00e9\n2,\n";

    @TempDir
    Path folder;

    @Test
    void run_gzipWhateverItsName_isTheTableWithin() throws IOException {
        assertThat(read(gzip(TEXT))).isEqualTo(read(TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void run_gzipsOneAfterAnother_areOneFile() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip("a\n1\n"));
        both.write(gzip("2\n"));
        assertThat(read(both.toByteArray()))
                .isEqualTo(Table.builder().wholes("a", 1, 2).build());
    }

    @Test
    void run_columnThatTurnsOutToBeText_isUnpackedTwice() throws IOException {
        assertThat(read(gzip("a\n1.50\nx\n")))
                .isEqualTo(Table.builder().text("a", "1.50", "x").build());
    }

    @Test
    void run_zipOfOneFileAndFolders_isTheTableWithin() throws IOException {
        assertThat(read(zip(TEXT, "raw/", "raw/data.csv"))).isEqualTo(read(TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void run_zipEntryWithAnUnsafeName_isReadAndWritesNothing() throws IOException {
        assertThat(read(zip(TEXT, "../../escaped.csv")).rowCount()).isEqualTo(2);
        assertThat(folder.getParent().getParent().resolve("escaped.csv")).doesNotExist();
    }

    @Test
    void run_zipOfSeveralOrNoFiles_namesThem() throws IOException {
        Path file = CsvFiles.write(folder, zip(TEXT, "a.csv", "b\nc.csv"));
        fails("[CSV_ARCHIVE] " + file
                + " is a zip that must hold one file and holds 2: a.csv, b?c.csv. Pack one CSV file alone.");
        CsvFiles.write(folder, zip(TEXT));
        fails("[CSV_ARCHIVE] " + file + " is a zip that must hold one file and holds none. Pack one CSV file alone.");
    }

    @Test
    void run_gzipThatIsCutOrChanged_isDamaged() throws IOException {
        byte[] good = gzip(TEXT);
        damaged(Arrays.copyOf(good, good.length - 9), "Unexpected end of ZLIB input stream");
        damaged(Arrays.copyOf(good, 5), "it is cut");
        good[good.length - 8] ^= 1;
        damaged(good, "Corrupt GZIP trailer");
    }

    @Test
    void run_zipThatIsCutOrChanged_isDamaged() throws IOException {
        byte[] good = zip(TEXT, "data.csv");
        damaged(Arrays.copyOf(good, good.length - 30), "zip END header not found");
        byte[] checksum = good.clone();
        checksum[central(good) + 16] ^= 1;
        damaged(checksum, "the checksum of the entry does not match");
    }

    @Test
    void run_anyByteOfAnArchiveFlipped_isReadOrOneFault() throws IOException {
        for (byte[] good : new byte[][] {gzip(TEXT), zip(TEXT, "data.csv")}) {
            for (int i = 0; i < good.length; i++) {
                byte[] bad = good.clone();
                bad[i] ^= 0x55;
                readOrFault(bad, i);
            }
        }
    }

    private void readOrFault(byte[] bytes, int at) {
        try {
            assertThat(read(bytes).columns()).as("byte %d", at).isNotEmpty();
        } catch (PipelineException fault) {
            assertThat(fault).as("byte %d", at).hasMessageStartingWith("[CSV_");
        }
    }

    @Test
    @Timeout(20)
    void run_bombOfOneField_stopsAtTheLimit() throws IOException {
        Path file = CsvFiles.write(folder, bomb(500));
        fails("[CSV_LONG_FIELD] field 1 has more than 4194304 bytes: " + file
                + " line 1. Look for a quote that opens there and is never closed.");
    }

    private static byte[] bomb(int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static int central(byte[] zip) {
        int at = zip.length - 22;
        while (zip[at] != 'P' || zip[at + 1] != 'K' || zip[at + 2] != 1) {
            at--;
        }
        return at;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String text, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.endsWith("/") ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private Table read(byte[] bytes) {
        return CsvFiles.read(CsvIngest.of(CsvFiles.write(folder, bytes)));
    }

    private void damaged(byte[] bytes, String how) {
        Path file = CsvFiles.write(folder, bytes);
        fails("[CSV_ARCHIVE] " + file + " is a damaged or encrypted archive (" + how
                + "). Fetch it again, or unpack it with the tool that made it.");
    }

    private void fails(String message) {
        assertThatThrownBy(() -> CsvFiles.read(CsvIngest.of(folder.resolve("data.csv"))))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }
}
