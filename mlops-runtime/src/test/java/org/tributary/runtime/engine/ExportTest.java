package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tributary.cache.FolderFormat;
import org.tributary.cache.RunProvenance;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.Steps.Append;
import org.tributary.runtime.engine.Steps.Fail;
import org.tributary.runtime.engine.Steps.Halve;
import org.tributary.runtime.engine.Steps.Read;
import org.tributary.tracking.RunStatus;

/** Values that are written to folders after the run. */
final class ExportTest {

    @TempDir
    Path folder;

    private final TextFolders format = new TextFolders();
    private Path file;
    private Path target;
    private Runs runs;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("in.txt");
        Files.writeString(file, "hello");
        target = folder.resolve("out/text");
        runs = new Runs(folder);
    }

    /** A text in a file, with the digest and provenance beside it. */
    private static final class TextFolders implements FolderFormat<String> {

        private final AtomicInteger writes = new AtomicInteger();
        private @Nullable RuntimeException fault;
        private RunProvenance provenance = RunProvenance.none();

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void write(String value, RunProvenance source, Path folder) throws IOException {
            writes.incrementAndGet();
            provenance = source;
            Files.createDirectory(folder);
            Files.writeString(folder.resolve("text"), value);
            if (fault != null) {
                throw fault;
            }
            Files.writeString(folder.resolve("digest"), source.digest());
        }

        @Override
        public String read(Path folder) throws IOException {
            return Files.readString(folder.resolve("text"));
        }

        @Override
        public boolean owns(Path folder) {
            return Files.exists(folder.resolve("digest"));
        }

        @Override
        public boolean holds(Path folder, String digest) {
            try {
                return Files.readString(folder.resolve("digest")).equals(digest);
            } catch (IOException e) {
                return false;
            }
        }
    }

    private RunReport<String> run(String end) {
        return run(end, RunOptions.defaults());
    }

    private RunReport<String> run(String end, RunOptions options) {
        return runner().run(pipeline(end), options);
    }

    private LocalRunner runner() {
        Extension extension = new Extension() {
            @Override
            public List<FolderFormat<?>> folderFormats() {
                return List.of(format);
            }
        };
        return runs.builder().extension(extension).build();
    }

    private Pipeline<String> pipeline(String end) {
        return Pipeline.define(
                "export",
                p -> p.add("read", new Read(file))
                        .then("add", new Append(end), StepOptions.defaults().withExport(target)));
    }

    private String exported() throws IOException {
        return Files.readString(target.resolve("text"));
    }

    private List<String> besides() throws IOException {
        try (var list = Files.list(target.getParent())) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void export_isWrittenWithItsProvenance() throws IOException {
        RunReport<String> report = run("!");

        assertThat(report.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(exported()).isEqualTo("hello!");
        assertThat(besides()).containsExactly("text");
        RunProvenance provenance = format.provenance;
        assertThat(provenance.runId()).isEqualTo(report.runId());
        assertThat(provenance.step()).isEqualTo("add");
        assertThat(provenance.key()).matches("[0-9a-f]{64}");
        assertThat(runs.object(provenance.digest())).isRegularFile();
        assertThat(provenance.versions()).containsKeys("java", "tributary");
    }

    @Test
    void export_thatIsThere_isNotTouched() throws IOException {
        run("!");
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(target.resolve("text"), old);

        run("!");

        assertThat(format.writes).hasValue(1);
        assertThat(Files.getLastModifiedTime(target.resolve("text"))).isEqualTo(old);
    }

    @Test
    void export_thatIsGone_isRestoredFromTheCacheWithItsFirstProvenance() throws IOException {
        RunReport<String> first = run("!");
        FolderSwap.remove(target);
        runs.events().computed();

        RunReport<String> second = run("!");

        assertThat(exported()).isEqualTo("hello!");
        assertThat(Outcome.letters(second)).isEqualTo("C C");
        assertThat(runs.events().computed()).isEmpty();
        assertThat(format.provenance.runId()).isEqualTo(first.runId());
    }

    @Test
    void export_ofANewValue_replacesTheOld() throws IOException {
        run("!");
        run("?");

        assertThat(exported()).isEqualTo("hello?");
        assertThat(besides()).containsExactly("text");
    }

    @Test
    void export_whoseStoredValueIsDamaged_isComputedAgain() throws IOException {
        run("!");
        FolderSwap.remove(target);
        Runs.damage(runs.object(format.provenance.digest()));

        RunReport<String> report = run("!");

        assertThat(Outcome.all(report)).containsExactly("read CACHED", "add RAN[entry damaged]");
        assertThat(exported()).isEqualTo("hello!");
    }

    @Test
    void export_toAForeignFolder_failsTheStepAndLeavesTheFolder() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("thesis.tex"), "years of work");

        RunReport<String> report = run("!");

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(Outcome.all(report).get(1))
                .isEqualTo("add FAILED[[EXPORT_FOREIGN_FOLDER] " + target + " was not written by Tributary and is not"
                        + " replaced. Export to another folder, or move it away.]");
        assertThat(target.resolve("thesis.tex")).hasContent("years of work");
        assertThat(besides()).containsExactly("text");
    }

    @Test
    void export_toAFile_failsTheStepAndLeavesTheFile() throws IOException {
        Files.createDirectories(target.getParent());
        Files.writeString(target, "a file");

        assertThat(Outcome.all(run("!")).get(1)).startsWith("add FAILED[[EXPORT_FOREIGN_FOLDER] ");
        assertThat(target).hasContent("a file");
    }

    @Test
    void export_toAnEmptyFolder_isWritten() throws IOException {
        Files.createDirectories(target);

        run("!");

        assertThat(exported()).isEqualTo("hello!");
    }

    @Test
    void export_whoseParentIsAFile_failsTheStepWithAText() throws IOException {
        Files.writeString(target.getParent(), "a file");

        assertThat(Outcome.all(run("!")).get(1))
                .startsWith("add FAILED[[EXPORT_FAILED] " + target + " could not be written: ")
                .endsWith("Check the disk and the rights of " + target.getParent() + ", then run again.]");
    }

    @Test
    void export_whoseFormatFails_leavesTheOldFolderAndNothingElse() throws IOException {
        run("!");
        format.fault = new IllegalArgumentException("cannot write this");

        RunReport<String> report = run("?");

        assertThat(Outcome.all(report).get(1))
                .isEqualTo("add FAILED[[EXPORT_FAILED] the value of step \"add\" could not be written to " + target
                        + ": its folder format failed with java.lang.IllegalArgumentException: cannot write this."
                        + " Mend the format.]");
        assertThat(exported()).isEqualTo("hello!");
        assertThat(besides()).containsExactly("text");
    }

    @Test
    void export_ofAFailedStep_isNotWritten() {
        Pipeline<String> pipeline = Pipeline.define(
                "export",
                p -> p.add("read", new Read(file))
                        .then("fail", new Fail("no"))
                        .then("add", new Append("!"), StepOptions.defaults().withExport(target)));

        assertThat(Outcome.letters(runner().run(pipeline))).isEqualTo("R F S");
        assertThat(target).doesNotExist();
    }

    @Test
    void export_withoutCache_isWritten() throws IOException {
        run("!", RunOptions.defaults().withoutCache());

        assertThat(exported()).isEqualTo("hello!");
        assertThat(format.provenance.key()).isEmpty();
    }

    @Test
    void export_ofATypeWithoutFormat_isAnErrorBeforeAnythingRuns() {
        Pipeline<Steps.Halves> pipeline = Pipeline.define(
                "export",
                p -> p.add("read", new Read(file))
                        .then("halve", new Halve(), StepOptions.defaults().withExport(target)));

        assertThatThrownBy(() -> runner().run(pipeline))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith(
                        "[RUN_NO_FOLDER_FORMAT] the value of step \"halve\" cannot be exported to " + target
                                + ": there is no folder format for org.tributary.runtime.engine.Steps$Halves (added at"
                                + " ExportTest.java:")
                .hasMessageEndingWith("). Register a FolderFormat for it in an Extension.");
        assertThat(runs.events().all()).isEmpty();
    }

    @Test
    void swap_killedBetweenTheRenames_isMendedByTheNext() throws IOException {
        run("!");
        Path old = target.resolveSibling(".text.old.999999999-dead");
        Path fresh = target.resolveSibling(".text.new.999999998-dead");
        Files.move(target, old);
        Files.createDirectory(fresh);
        format.fault = new IllegalStateException("the disk is full");

        run("?");
        assertThat(exported()).as("the old folder is back").isEqualTo("hello!");
        assertThat(besides()).containsExactly("text");

        format.fault = null;
        run("?");
        assertThat(exported()).isEqualTo("hello?");
    }

    @Test
    void swap_leftoversOfLivingProcesses_stay() throws IOException {
        Path fresh =
                target.resolveSibling(".text.new." + ProcessHandle.current().pid() + "-other");
        Files.createDirectories(fresh);
        Files.createDirectories(target.resolveSibling(".text.new.strange"));

        run("!");

        assertThat(besides())
                .containsExactlyInAnyOrder(
                        ".text.new.strange", fresh.getFileName().toString(), "text");
    }

    @ParameterizedTest
    @CsvSource({"out/text, export-twice", "out/text/inner, export-inside", "out, export-around"})
    void export_ofTwoStepsToOnePlace_isAnErrorBeforeAnythingRuns(String second, String text) {
        Pipeline<String> pipeline = Pipeline.define(
                "export",
                p -> p.add("read", new Read(file))
                        .then("add", new Append("!"), StepOptions.defaults().withExport(Path.of("out/text")))
                        .then("more", new Append("?"), StepOptions.defaults().withExport(Path.of("./" + second))));

        assertThatThrownBy(() -> runner().run(pipeline))
                .isInstanceOf(PipelineException.class)
                .satisfies(e -> Golden.assertText(text, e.getMessage()));
        assertThat(runs.events().all()).isEmpty();
    }

    @Test
    void export_ofManyRunsAtOnce_leavesOneWholeFolder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<RunReport<String>>> reports = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String end = "!".repeat(1 + i % 4);
            reports.add(threads.submit(() -> new ExportTest.Alone(folder, end).run(target, file)));
        }
        for (Future<RunReport<String>> report : reports) {
            assertThat(report.get().status()).as(report.get().toString()).isEqualTo(RunStatus.FINISHED);
        }
        threads.shutdown();

        assertThat(exported()).matches("hello!{1,4}");
        assertThat(target.resolve("digest")).isNotEmptyFile();
        assertThat(besides()).containsExactly("text");
    }

    /** A run with a format and a listener of its own. */
    private record Alone(Path folder, String end) {
        RunReport<String> run(Path target, Path file) {
            Extension extension = new Extension() {
                @Override
                public List<FolderFormat<?>> folderFormats() {
                    return List.of(new TextFolders());
                }
            };
            return LocalRunner.builder()
                    .cache(folder.resolve("cache"))
                    .work(folder.resolve("work"))
                    .extension(extension)
                    .build()
                    .run(Pipeline.define(
                            "export",
                            p -> p.add("read", new Read(file))
                                    .then(
                                            "add",
                                            new Append(end),
                                            StepOptions.defaults().withExport(target))));
        }
    }
}
