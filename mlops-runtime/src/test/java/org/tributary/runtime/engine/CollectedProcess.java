package org.tributary.runtime.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.tributary.cache.DamagedValueException;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Halve;
import org.tributary.runtime.engine.Steps.Halves;
import org.tributary.runtime.engine.Steps.Join;
import org.tributary.runtime.engine.Steps.Say;
import org.tributary.runtime.store.Collected;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.store.FaultyStore;
import org.tributary.runtime.store.Retention;

/**
 * A process over a cache whose entries are let be for a moment only; arguments: cache, what.
 *
 * <p>With a seed it runs one of many pipelines a hundred times and prints each value, or what went wrong; with {@code gc} it
 * collects everything that may go, again and again until its input ends, and prints how much that was.
 */
final class CollectedProcess {

    private static final Duration GRACE = Duration.ofMillis(300);
    private static final int VARIANTS = 40;
    private static final int RUNS = 100;

    private CollectedProcess() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path cache = Path.of(arguments[0]);
        if (arguments[1].equals("gc")) {
            collect(cache, out);
        } else {
            run(cache, new Random(Long.parseLong(arguments[1])), out);
        }
    }

    private static void collect(Path cache, PrintStream out) throws IOException {
        DirectoryStore store = FaultyStore.withGrace(cache, GRACE, warning -> out.println("warning: " + warning));
        Retention nothing = Retention.ofAll().withUnusedFor(Duration.ZERO).withMaxBytes(0);
        long results = 0;
        long objects = 0;
        while (System.in.available() == 0) {
            Collected collected = store.collect(nothing, StoredForm.references());
            results += collected.results().count();
            objects += collected.objects().count();
        }
        out.println(results + " " + objects);
    }

    private static void run(Path cache, Random random, PrintStream out) {
        LocalRunner runner = LocalRunner.builder()
                .store(warnings -> FaultyStore.withGrace(cache, GRACE, warnings))
                .cache(cache)
                .work(cache.resolveSibling("work"))
                .threads(2)
                .git(GitState::none)
                .extension(new Extension() {})
                .build();
        for (int run = 0; run < RUNS; run++) {
            int variant = random.nextInt(VARIANTS);
            String value = value(runner, variant);
            out.println(value.equals(expected(variant)) ? "right" : variant + " gave " + value);
        }
    }

    /** A process that stood still for longer than the grace may have to run again for the value, as it is told. */
    private static String value(LocalRunner runner, int variant) {
        for (int attempt = 1; ; attempt++) {
            RunReport<String> report = runner.run(pipeline(variant));
            try {
                return report.value();
            } catch (DamagedValueException collected) {
                if (attempt == 3) {
                    throw collected;
                }
            }
        }
    }

    /** Its first object is shared by all variants, its middle by some. */
    private static Pipeline<String> pipeline(int variant) {
        return Pipeline.define("collected", p -> {
            Node<Halves> halves = p.add("say", new Say("text"), Steps.KEYED)
                    .then("some", new Append("-" + variant % 4))
                    .then("own", new Append("-" + variant))
                    .then("halve", new Halve());
            return p.add("join", new Join("|"), halves.part("left", Halves::left), halves.part("right", Halves::right));
        });
    }

    private static String expected(int variant) {
        String text = "text-" + variant % 4 + "-" + variant;
        return text.substring(0, text.length() / 2) + "|" + text.substring(text.length() / 2);
    }

    static Process start(Path cache, String what) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CollectedProcess.class.getName(),
                cache.toString(),
                what);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
