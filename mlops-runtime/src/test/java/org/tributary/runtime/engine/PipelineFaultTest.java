package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tributary.cache.DamagedValueException;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunListener;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Steps.Halve;
import org.tributary.runtime.engine.Steps.Halves;
import org.tributary.runtime.engine.Steps.Join;
import org.tributary.runtime.engine.Steps.Read;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.store.Fault;
import org.tributary.runtime.store.FaultyStore;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.runtime.store.ProcessKilled;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.Tracker;

/** Each fault at each file operation of a pipeline's run, and each damage to each file that it stored. */
final class PipelineFaultTest {

    private static final String RESULT = " world|hello";

    @TempDir
    Path folder;

    private Path file;
    private Function<Consumer<String>, DirectoryStore> store;
    private RunListener listener;
    private LocalRunner runner;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("text.txt");
        Files.writeString(file, "hello world");
        runner = builder().tracker(Tracker.noop()).build();
    }

    /** One runner for all runs, since only its store changes. */
    private LocalRunner.Builder builder() {
        return LocalRunner.builder()
                .cache(folder.resolve("unused"))
                .work(folder.resolve("work"))
                .threads(1)
                .git(GitState::none)
                .extension(new Extension() {})
                .listener(new RunListener() {
                    @Override
                    public void onStepStarted(String step) {
                        listener.onStepStarted(step);
                    }

                    @Override
                    public void onStepFinished(StepOutcome outcome) {
                        listener.onStepFinished(outcome);
                    }
                })
                .store(warnings -> store.apply(warnings));
    }

    private Pipeline<String> pipeline() {
        return Pipeline.define("texts", p -> {
            Node<Halves> halves = p.add("read", new Read(file)).then("halve", new Halve());
            return p.add("join", new Join("|"), halves.part("right", Halves::right), halves.part("left", Halves::left));
        });
    }

    /** What one process does with a cache, and tells. */
    private final class Life implements RunListener {

        private final FaultyStore faulty;
        private final Set<String> announced = ConcurrentHashMap.newKeySet();
        private final Set<String> computed = ConcurrentHashMap.newKeySet();
        private Optional<RunReport<String>> report = Optional.empty();

        private Life(FaultyStore faulty) {
            this.faulty = faulty;
        }

        private Life run(Function<Consumer<String>, DirectoryStore> opener) {
            store = opener;
            listener = this;
            try {
                report = Optional.of(runner.run(pipeline()));
            } catch (ProcessKilled killed) {
                announced.clear();
            }
            return this;
        }

        @Override
        public void onStepStarted(String step) {
            computed.add(step);
        }

        /** What is told after the fault may be told of what the fault hit; a dead process tells nothing. */
        @Override
        public void onStepFinished(StepOutcome outcome) {
            if (!faulty.hasFired()) {
                announced.add(outcome.step());
            }
        }
    }

    /** The stored objects with the digests of what is in them. */
    private static Map<String, String> objects(Path root) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (var object : Runs.files(root.resolve("cache/v1/objects")).entrySet()) {
            digests.put(
                    object.getKey(),
                    ObjectRef.of(Files.readAllBytes(object.getValue())).digest());
        }
        return digests;
    }

    /** The steps whose result file has its final name. */
    private static Set<String> stored(Path root) throws IOException {
        Set<String> steps = new TreeSet<>();
        for (Path result : Runs.files(root.resolve("cache/v1/results")).values()) {
            if (!result.getFileName().toString().startsWith("~")) {
                steps.add(StoredStep.of(result));
            }
        }
        return steps;
    }

    private Life next(Path root) {
        return new Life(FaultyStore.counting())
                .run(warnings -> FaultyStore.nextProcess(root.resolve("cache"), warnings));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void fault_atEachOperation_costsAtMostWhatWasNotStored(Fault fault) throws IOException {
        Map<String, String> expected = clean();
        int points = 0;
        boolean fired = true;
        while (fired) {
            Path root = Files.createDirectories(folder.resolve(fault + "-" + points));
            FaultyStore faulty = FaultyStore.failing(fault, points + 1);
            String point = fault + " at operation " + (points + 1);

            Life first = new Life(faulty).run(warnings -> faulty.open(root.resolve("cache"), warnings));
            fired = faulty.hasFired();
            Set<String> stored = stored(root);
            Life second = next(root);

            verify(fault, point, first, second);
            assertThat(second.computed)
                    .as(point + ", stored and computed again")
                    .noneMatch(stored::contains);
            assertThat(objects(root)).as(point + ", objects by digest").isEqualTo(expected);
            points += fired ? 1 : 0;
        }
        assertThat(points).isGreaterThan(50);
        System.out.println(fault + " at each file operation of a run: " + points + " of " + points + " points");
    }

    private Map<String, String> clean() throws IOException {
        Path root = Files.createDirectories(folder.resolve("clean"));
        assertThat(value(next(root))).isEqualTo(RESULT);
        return objects(root);
    }

    private static void verify(Fault fault, String point, Life first, Life second) {
        if (!fault.isDeath()) {
            assertThat(value(first)).as(point).isEqualTo(RESULT);
        }
        assertThat(value(second)).as(point).isEqualTo(RESULT);
        Set<String> twice = new TreeSet<>(first.announced);
        twice.retainAll(second.computed);
        assertThat(twice).as(point + ", announced and computed again").isEmpty();
    }

    private static String value(Life life) {
        return life.report.orElseThrow().orThrow().value();
    }

    /** Something that befalls a stored file. */
    private record Damage(String name, Deed deed) {

        static Damage change(String name, UnaryOperator<byte[]> change) {
            return new Damage(name, file -> Files.write(file, change.apply(Files.readAllBytes(file))));
        }
    }

    @FunctionalInterface
    private interface Deed {
        void on(Path file) throws IOException;
    }

    private static List<Damage> damages() {
        List<Damage> damages = new ArrayList<>();
        damages.add(Damage.change("emptied", bytes -> new byte[0]));
        damages.add(Damage.change("cut in half", bytes -> Arrays.copyOf(bytes, bytes.length / 2)));
        damages.add(Damage.change("cut by one", bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
        damages.add(Damage.change("with one more", bytes -> Arrays.copyOf(bytes, bytes.length + 1)));
        for (int eighth = 0; eighth < 8; eighth++) {
            int part = eighth;
            damages.add(Damage.change("flipped at " + part + "/8", bytes -> {
                bytes[(bytes.length - 1) * part / 7] ^= 4;
                return bytes;
            }));
        }
        damages.add(new Damage("removed", Files::delete));
        damages.add(new Damage("replaced by a link", PipelineFaultTest::link));
        damages.add(new Damage("replaced by a folder", file -> {
            Files.delete(file);
            Files.createDirectory(file);
        }));
        return damages;
    }

    private static void link(Path file) throws IOException {
        Path moved = file.resolveSibling("moved");
        Files.move(file, moved);
        Files.createSymbolicLink(file, moved);
    }

    @Test
    void storedFile_anyDamage_isNoticedAndMended() throws IOException {
        Map<String, String> expected = clean();
        runner = builder().tracker(Tracker.inMemory()).build();
        listener = new RunListener() {};
        Path template = folder.resolve("clean/cache/v1");
        List<String> files = new ArrayList<>(Runs.files(template).keySet());
        files.removeIf(name -> name.startsWith("latest"));
        int count = 0;
        for (String name : files) {
            for (Damage damage : damages()) {
                Path root = copy(template, count++);
                damage.deed().on(root.resolve("cache/v1").resolve(name));
                check(root, name + " " + damage.name(), expected);
            }
        }
        for (int i = 0; i + 1 < files.size(); i++) {
            Path root = copy(template, count++);
            Path one = root.resolve("cache/v1").resolve(files.get(i));
            Path other = root.resolve("cache/v1").resolve(files.get(i + 1));
            byte[] content = Files.readAllBytes(one);
            Files.write(one, Files.readAllBytes(other));
            Files.write(other, content);
            check(root, files.get(i) + " swapped", expected);
        }
        assertThat(count).isGreaterThan(80);
        System.out.println("damages to the files of a run: " + count + " of " + count + " noticed and mended");
    }

    private Path copy(Path template, int number) throws IOException {
        Path root = folder.resolve("damage-" + number);
        for (var entry : Runs.files(template).entrySet()) {
            Path target = root.resolve("cache/v1").resolve(entry.getKey());
            Files.createDirectories(target.getParent());
            Files.copy(entry.getValue(), target);
        }
        return root;
    }

    /** Reads every value and artifact, as often as it takes, and finds what was there before. */
    private void check(Path root, String name, Map<String, String> expected) throws IOException {
        Set<String> told = new TreeSet<>();
        store = warnings -> FaultyStore.nextProcess(root.resolve("cache"), warnings);
        for (int run = 0; run < 3; run++) {
            RunReport<String> report = runner.run(pipeline());
            assertThat(report.status()).as(name).isEqualTo(RunStatus.FINISHED);
            told.addAll(report.warnings());
            report.steps().forEach(outcome -> told.add(outcome.reason()));
            told.addAll(readAll(report));
        }
        assertThat(String.join("\n", told)).as(name).containsAnyOf("DAMAGED", "entry damaged", "MISSING");
        Map<String, String> objects = objects(root);
        objects.keySet().removeIf(object -> object.endsWith("moved"));
        assertThat(objects).as(name).isEqualTo(expected);
    }

    private static List<String> readAll(RunReport<String> report) {
        List<String> told = new ArrayList<>();
        for (String step : List.of("read", "halve", "join")) {
            try {
                report.value(step, Object.class);
            } catch (DamagedValueException e) {
                told.add(e.getMessage());
            }
        }
        try {
            assertThat(report.value()).isEqualTo(RESULT);
        } catch (DamagedValueException e) {
            told.add(e.getMessage());
        }
        return told;
    }
}
