package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.data.DataInput;
import org.tributary.data.DataVersions;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.run.RunReport;

/** What the engine asks of readers of data versions. */
class DataVersionsTest {

    @TempDir
    Path folder;

    private Path data;
    private Shelf shelf;

    @BeforeEach
    void shelf() {
        data = folder.resolve("data");
        shelf = new Shelf(data);
    }

    /** Brings one file into a folder; refuses when told to. */
    private static final class Shelf implements DataVersions {

        private final Path data;
        private final List<Path> asked = new ArrayList<>();
        private boolean refuses;

        Shelf(Path data) {
            this.data = data;
        }

        @Override
        public boolean tracks(Path file) {
            return file.startsWith(data);
        }

        @Override
        public void provide(Path file) throws IOException {
            asked.add(file);
            if (refuses) {
                throw new IOException("[SHELF_EMPTY] the shelf has no " + file.getFileName() + ". Fill it.");
            }
            Files.createDirectories(data);
            Files.writeString(data.resolve("a.txt"), "a");
        }

        @Override
        public Optional<String> version(Path file) {
            return Optional.empty();
        }
    }

    /** Counts the files of a pattern. */
    record Count(String pattern) implements Source<Integer> {
        @Override
        public Integer run(StepContext context) throws IOException {
            return inputs().get(0).files().size();
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.glob(pattern));
        }
    }

    private LocalRunner.Builder builder() {
        return LocalRunner.builder()
                .cache(folder.resolve("cache"))
                .work(folder.resolve("work"))
                .extension(new Extension() {
                    @Override
                    public List<DataVersions> dataVersions() {
                        return List.of(shelf);
                    }
                });
    }

    private RunReport<?> run(LocalRunner runner, Source<?> source) {
        return runner.run(Pipeline.define("data", p -> p.add("read", source)));
    }

    @Test
    void pattern_ofAMissingFolder_isProvidedBeforeItIsMatched() {
        RunReport<?> report = run(builder().build(), new Count(data + "/*.txt"));

        assertThat(report.orThrow().value()).isEqualTo(1);
        assertThat(shelf.asked).contains(data);
    }

    @Test
    void file_thatCannotBeProvided_failsTheStepInTheReadersWords() {
        shelf.refuses = true;

        RunReport<?> report = run(builder().build(), new Steps.Read(data.resolve("a.txt")));

        assertThat(report.step("read").reason())
                .isEqualTo("[DATA_NOT_PROVIDED] step \"read\" does not get " + data.resolve("a.txt")
                        + ": [SHELF_EMPTY] the shelf has no a.txt. Fill it.");
    }

    @Test
    void withoutPulling_missingFile_isNotAskedFor() {
        RunReport<?> report = run(builder().withoutPulling().build(), new Steps.Read(data.resolve("a.txt")));

        assertThat(report.step("read").reason()).startsWith("[DATA_NO_FILE]");
        assertThat(shelf.asked).isEmpty();
    }

    @Test
    void allowingModifiedData_fileThatIsThere_isNotVerified() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("a.txt"), "changed");

        RunReport<?> report = run(builder().allowingModifiedData().build(), new Steps.Read(data.resolve("a.txt")));

        assertThat(report.orThrow().value()).isEqualTo("changed");
        assertThat(shelf.asked).isEmpty();
    }
}
