package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.steps.evaluate.Evaluation;

/** A run that is killed with SIGKILL is finished by the next: same bytes, and no step that was announced is computed again. */
final class KillTest {

    @TempDir
    private Path folder;

    @Test
    void run_killedAtEachBoundary_isFinishedByTheNext() throws Exception {
        Path csv = Penguins.write(folder, Penguins.lines());
        resume(csv, folder.resolve("clean")).orThrow();
        SortedMap<String, String> objects = StoreFiles.objects(folder.resolve(Path.of("clean", "cache")));
        assertThat(objects).hasSizeGreaterThan(Penguins.STEPS.size());
        int announced = 0;
        int repeated = 0;
        List<String> points = points();

        for (String point : points) {
            Path place = Files.createDirectories(folder.resolve(point.replace(' ', '-')));
            List<String> done = runUntil(point, csv, place);
            RunReport<Evaluation> next = resume(csv, place).orThrow();
            List<String> again = computed(next);
            again.retainAll(done);

            assertThat(again).as("announced, and computed again after " + point).isEmpty();
            assertThat(StoreFiles.objects(place.resolve("cache"))).as(point).isEqualTo(objects);
            assertThat(leftovers(place))
                    .as("temporary files left after " + point)
                    .isEmpty();
            assertThat(model(place)).as(point).isEqualTo(model(folder.resolve("clean")));
            announced += done.size();
            repeated += again.size();
        }

        System.out.printf(
                Locale.ROOT,
                "killed at %d of %d points: %d of %d finished by the next run with identical objects;"
                        + " %d steps announced, %d of them computed again%n",
                points.size(),
                points.size(),
                points.size(),
                points.size(),
                announced,
                repeated);
    }

    /** The start and the end of each step. */
    private static List<String> points() {
        List<String> points = new ArrayList<>();
        for (String step : Penguins.STEPS) {
            points.add("started " + step);
            points.add("finished " + step);
        }
        return points;
    }

    /** Runs in another process, which is killed as soon as it has said a line; gives the steps that it announced. */
    private List<String> runUntil(String point, Path csv, Path place) throws IOException, InterruptedException {
        Path errors = place.resolve("errors.txt");
        Process process = ChildJvm.in(folder)
                .builder(
                        SteppedRun.class.getName(),
                        csv.toString(),
                        place.resolve("cache").toString(),
                        place.resolve("model").toString())
                .redirectError(errors.toFile())
                .start();
        List<String> done = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = ""; !line.equals(point); ) {
                line = out.readLine();
                assertThat(line).as("next line before %s: %s", point, errors).isNotNull();
                if (line.startsWith("finished ")) {
                    done.add(line.substring("finished ".length()));
                }
                if (!line.equals(point)) {
                    process.getOutputStream().write('\n');
                    process.getOutputStream().flush();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("128 + SIGKILL").isEqualTo(137);
        return done;
    }

    private static RunReport<Evaluation> resume(Path csv, Path place) {
        return LocalRunner.builder()
                .cache(place.resolve("cache"))
                .work(place.resolve("work"))
                .build()
                .run(Penguins.of(csv).withExport(place.resolve("model")).pipeline());
    }

    private static List<String> computed(RunReport<?> report) {
        List<String> computed = new ArrayList<>();
        for (StepOutcome outcome : report.steps()) {
            if (outcome instanceof StepOutcome.Ran) {
                computed.add(outcome.step());
            }
        }
        return computed;
    }

    private static List<Path> leftovers(Path place) {
        return StoreFiles.files(place.resolve("cache")).stream()
                .filter(file -> file.getFileName().toString().startsWith("~"))
                .toList();
    }

    /** The exported model without its provenance, which names the run. */
    private static SortedMap<String, String> model(Path place) {
        SortedMap<String, String> files = StoreFiles.digests(place.resolve("model"));
        assertThat(files).containsKeys("manifest.json", "provenance.json", "model.tribuo");
        files.keySet().removeAll(List.of("manifest.json", "provenance.json"));
        return files;
    }
}
