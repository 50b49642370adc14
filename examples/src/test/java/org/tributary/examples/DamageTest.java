package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cache.DamagedValueException;
import org.tributary.run.Reason;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.steps.evaluate.Evaluation;
import org.tributary.tracking.InMemoryTracker;
import org.tributary.tracking.Tracker;

/** No damaged byte of the cache is ever used: each file of it is damaged in each way, noticed, and made whole again. */
final class DamageTest {

    /** What befalls a file. */
    private enum Damage {
        TRUNCATED {
            @Override
            void harm(Path file, byte[] content) throws IOException {
                Files.write(file, Arrays.copyOf(content, content.length / 2));
            }
        },
        FLIPPED {
            @Override
            void harm(Path file, byte[] content) throws IOException {
                content[content.length * 2 / 3] ^= 0x10;
                Files.write(file, content);
            }
        },
        EMPTIED {
            @Override
            void harm(Path file, byte[] content) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        REMOVED {
            @Override
            void harm(Path file, byte[] content) throws IOException {
                Files.delete(file);
            }
        };

        abstract void harm(Path file, byte[] content) throws IOException;
    }

    @TempDir
    private Path folder;

    private Path csv;
    private Path otherCsv;
    private int copies;

    @Test
    void eachFile_damagedInEachWay_isNoticedAndMadeWhole() throws IOException {
        csv = Penguins.write(folder, Penguins.lines());
        otherCsv = otherPenguins();
        Path whole = folder.resolve("whole");
        Asked clean = ask(whole);
        assertThat(clean.notices()).isEmpty();
        SortedMap<String, String> objects = StoreFiles.objects(whole.resolve("cache"));
        List<Path> files = StoreFiles.files(whole.resolve(Path.of("cache", "v1")));
        assertThat(files).as("objects, results and pointers").hasSizeGreaterThanOrEqualTo(24);
        List<String> silent = new ArrayList<>();

        for (Path file : files) {
            for (Damage damage : Damage.values()) {
                Path place = folder.resolve("copy" + copies++);
                StoreFiles.copy(whole, place);
                Path victim = place.resolve(whole.relativize(file).toString());
                damage.harm(victim, Files.readAllBytes(victim));
                if (isPointer(victim) ? !isHarmless(place, clean, damage) : !isMended(place, clean, objects, damage)) {
                    silent.add(damage + " " + whole.relativize(file));
                }
            }
        }

        int cases = files.size() * Damage.values().length;
        System.out.printf(
                Locale.ROOT,
                "damaged %d files in %d ways: %d of %d noticed, recomputed, same result; %d silent%n",
                files.size(),
                Damage.values().length,
                cases - silent.size(),
                cases,
                silent.size());
        assertThat(silent).as("damages that nobody noticed").isEmpty();
    }

    private static boolean isPointer(Path file) {
        return file.getParent().endsWith("latest");
    }

    /** Runs until nothing is odd any more: at once or in the second run, and with the values of a clean run. */
    private boolean isMended(Path place, Asked clean, SortedMap<String, String> objects, Damage damage) {
        Asked first = ask(place);
        Asked second = ask(place);

        assertThat(clean.values()).as("values given out beside a damage").containsAllEntriesOf(first.values());
        assertThat(second.values()).isEqualTo(clean.values());
        if (damage == Damage.FLIPPED) {
            assertThat(ask(place).notices()).as("odd after all was made whole").isEmpty();
        }
        assertThat(StoreFiles.objects(place.resolve("cache"))).isEqualTo(objects);
        return !first.notices().isEmpty() || isNoticedByName(place, clean);
    }

    /**
     * Whether the damage shows after other steps of the same keys: the result of a step that asked for its name is kept twice,
     * once for that name alone.
     */
    private boolean isNoticedByName(Path place, Asked clean) {
        runner(place, Tracker.inMemory())
                .run(Penguins.of(csv).renamed("my-").pipeline())
                .orThrow();
        Asked named = ask(place);
        assertThat(named.values()).isEqualTo(clean.values());
        return !named.notices().isEmpty();
    }

    /** A pointer only helps to say why a step runs: it is read when one does, and its damage costs nothing but that. */
    private boolean isHarmless(Path place, Asked clean, Damage damage) {
        Asked same = ask(place);
        assertThat(same.values()).isEqualTo(clean.values());
        RunReport<Evaluation> other = runner(place, Tracker.inMemory())
                .run(Penguins.of(otherCsv).pipeline())
                .orThrow();
        long unknown = other.steps().stream()
                .filter(outcome -> outcome.reason().equals("never ran"))
                .count();
        assertThat(unknown).as("steps whose last key is not known").isEqualTo(1);
        return damage == Damage.REMOVED || !other.warnings().isEmpty();
    }

    /**
     * What a run gave when it was asked for everything.
     *
     * @param values by step or part
     * @param notices all that was odd
     */
    private record Asked(Map<String, Object> values, List<String> notices) {}

    private Asked ask(Path place) {
        List<String> notices = new ArrayList<>();
        InMemoryTracker tracker = Tracker.inMemory();
        RunReport<Evaluation> report =
                runner(place, tracker).run(Penguins.of(csv).pipeline()).orThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(Penguins.STEPS);
        names.addAll(List.of("split.train", "split.test"));
        for (String name : names) {
            try {
                values.put(name, report.value(name, Object.class));
            } catch (DamagedValueException e) {
                notices.add(e.getMessage());
            }
        }
        notices.addAll(report.warnings());
        report.steps().stream().filter(DamageTest::isDamaged).forEach(step -> notices.add(step.toString()));
        return new Asked(values, notices);
    }

    private static LocalRunner runner(Path place, Tracker tracker) {
        return LocalRunner.builder()
                .cache(place.resolve("cache"))
                .work(place.resolve("work"))
                .tracker(tracker)
                .build();
    }

    private static boolean isDamaged(StepOutcome outcome) {
        return outcome instanceof StepOutcome.Ran ran
                && ran.reasons().stream().anyMatch(reason -> reason.kind() == Reason.Kind.DAMAGED);
    }

    /** A table from which each step gives another value. */
    private Path otherPenguins() {
        List<String> lines = new ArrayList<>(Penguins.lines());
        lines.replaceAll(line -> line.replace(",Torgersen,", ",Anvers,"));
        return Penguins.write(folder.resolve("other"), lines.subList(0, 250));
    }
}
