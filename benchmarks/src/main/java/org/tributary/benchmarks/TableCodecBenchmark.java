package org.tributary.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tributary.table.Table;
import org.tributary.table.TableCodec;

/**
 * How long does a table take to become bytes and to come back? 200,000 rows of 28 numbers and a label, 45 MB.
 *
 * <p>{@link #mapped} copies as many numbers from a file that is mapped into memory: what {@link #decode} could win at most if it
 * mapped its file, before anything is checked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TableCodecBenchmark {

    private static final int ROWS = 200_000;

    private final TableCodec codec = new TableCodec();
    private Table table;
    private Path file;

    /** Makes the table and its file. */
    @Setup
    public void make() throws IOException {
        table = Rows.table(Rows.values(ROWS));
        file = Files.createTempFile("table", ".bin");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            codec.encode(table, out);
        }
    }

    /** Deletes the file. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** To bytes that nobody keeps. */
    @Benchmark
    public void encode() throws IOException {
        codec.encode(table, OutputStream.nullOutputStream());
    }

    /** From a file that the machine has in memory. */
    @Benchmark
    public Table decode() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return codec.decode(in);
        }
    }

    /** From the same file, mapped. */
    @Benchmark
    public double[][] mapped() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            DoubleBuffer numbers = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer();
            double[][] columns = new double[Rows.COLUMNS][ROWS];
            for (double[] column : columns) {
                numbers.get(column);
            }
            return columns;
        }
    }
}
