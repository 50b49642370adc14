package org.tributary.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tributary.tracking.dvc.DvcVersions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code mlops warm-up}: runs a small pipeline twice in a temporary folder, so that the JVM has loaded what a run needs when it
 * writes its class archive. For the launcher.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    private static final Terminal NOWHERE = new Terminal(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false);

    @Option(
            names = "--native-library",
            paramLabel = "FILE",
            description = "Where to write a copy of SQLite's native library.")
    private @Nullable Path nativeLibrary;

    WarmUpCommand() {}

    @Override
    public Integer call() throws IOException {
        if (nativeLibrary != null) {
            NativeLibrary.copyTo(nativeLibrary);
        }
        Path folder = Files.createTempDirectory("mlops-warm-up");
        try {
            Path config = write(folder);
            int first = Main.run(NOWHERE, "run", config.toString());
            int second = Main.run(NOWHERE, "run", config.toString(), "--json");
            return Math.max(first, second);
        } finally {
            remove(folder);
        }
    }

    private static Path write(Path folder) throws IOException {
        Path csv = folder.resolve("rows.csv");
        Files.writeString(csv, rows());
        provide(folder, csv);
        return Files.writeString(folder.resolve("config.yml"), config(folder, csv));
    }

    /** Puts a file under version control as DVC would, and asks for it; a run asks in its working directory only. */
    private static void provide(Path folder, Path csv) throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve(".dvc")).resolve("config"), "[core]\n    autostage = false\n");
        byte[] content = Files.readAllBytes(csv);
        String pointer = "outs:\n- md5: " + md5(content) + "\n  size: " + content.length + "\n  hash: md5\n  path: "
                + csv.getFileName() + "\n";
        Files.writeString(folder.resolve(csv.getFileName() + ".dvc"), pointer);
        DvcVersions.in(folder).provide(csv);
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private static String rows() {
        StringBuilder text = new StringBuilder("kind,place,length,depth\n");
        for (int row = 0; row < 60; row++) {
            boolean even = row % 2 == 0;
            text.append(even ? "a" : "b").append(row % 3 == 0 ? ",north," : ",south,");
            text.append(even ? 10 + row : 200 - row)
                    .append(',')
                    .append(row % 7 == 0 ? "NA" : row * 0.5)
                    .append('\n');
        }
        return text.toString();
    }

    private static String config(Path folder, Path csv) {
        return String.join(
                "\n",
                "name: warm-up",
                "cache: {dir: '" + folder.resolve("cache") + "'}",
                "tracking: {uri: 'sqlite:" + folder.resolve("mlflow.db") + "', experiment: warm-up}",
                "exports: {train: '" + folder.resolve("model") + "'}",
                "steps:",
                "  ingest: {use: csv, path: '" + csv + "'}",
                "  clean:",
                "    operations:",
                "      - trim",
                "      - select: {columns: [kind, place, length, depth]}",
                "  split: {test: 0.3, stratify: kind}",
                "  prepare: {from: split.train, target: kind}",
                "  train: {trainer: logistic, epochs: 5}",
                "  evaluate: {from: [train, split.test]}",
                "");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
