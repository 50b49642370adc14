package org.tributary.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a file that brings careless readers down: {@code MakeHostileCsv KIND FILE}. */
public final class MakeHostileCsv {
    private static final long OPEN_QUOTE_BYTES = 1_000_000_000;
    private static final int COLUMNS = 100_000;
    private static final int FIELD = 50_000_000;

    private MakeHostileCsv() {}

    /** Writes the file. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "open-quote" ->
                repeat(file, "id,text,label\n0,fine,a\n1,\"never closed,a\n", "2,plain text,b\n", OPEN_QUOTE_BYTES);
            case "nul" -> repeat(file, "id,text\n1,a\0b\n", "2,c\n", 50_000_000);
            case "utf-16" -> write(file, "id,text\n" + "1,caf\u00e9\n".repeat(3_000_000), StandardCharsets.UTF_16LE);
            case "latin-1" ->
                write(file, "id,text\n" + "1,cafe\n".repeat(3_000_000) + "2,caf\u00e9\n", StandardCharsets.ISO_8859_1);
            case "ragged" -> repeat(file, "a,b,c\n1,2,3\n1,2\n1,2,3,4\n", "1,2,3\n", 50_000_000);
            case "line-ends" -> write(file, "a,b\r\n1,2\n3,4\r5,\"x\r\ny\"\r\n6,7\n\r8", StandardCharsets.UTF_8);
            case "wide" -> write(file, wide("c") + wide("") + wide(""), StandardCharsets.UTF_8);
            case "huge-field" -> write(file, "a,b\n1," + "x".repeat(FIELD) + "\n", StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException("no kind " + arguments[0]);
        }
    }

    private static void write(Path file, String text, Charset charset) throws IOException {
        Files.writeString(file, text, charset);
    }

    private static void repeat(Path file, String start, String row, long size) throws IOException {
        byte[] rows = row.repeat(4096).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < size; written += rows.length) {
                out.write(rows);
            }
        }
    }

    private static String wide(String prefix) {
        return IntStream.range(0, COLUMNS).mapToObj(c -> prefix + c).collect(Collectors.joining(",", "", "\n"));
    }
}
