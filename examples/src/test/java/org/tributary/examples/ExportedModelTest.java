package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.model.TrainedModel;
import org.tributary.testkit.PipelineTester;

/** The folder that a run exported is loaded as it is, or refused before Tribuo sees a byte of it. */
final class ExportedModelTest {

    private static final String MODEL = "org.tribuo.classification.sgd.linear.LinearSGDModel";
    private static final long SEED = 7;
    private static final int FLIPS_A_FILE = 40;

    @TempDir
    private static Path home;

    private static Path exported;

    @TempDir
    private Path folder;

    @BeforeAll
    static void export() {
        exported = home.resolve("model");
        PipelineTester.in(home.resolve("store"))
                .run(Penguins.of(Penguins.raw()).withExport(exported).pipeline())
                .assertSucceeded();
    }

    @Test
    void folder_asExported_isLoadedAndEqualsTheModelOfTheRun() throws IOException {
        TrainedModel model = PipelineTester.in(home.resolve("store"))
                .run(Penguins.of(Penguins.raw()).pipeline())
                .value("train", TrainedModel.class);

        assertThat(TrainedModel.load(exported)).isEqualTo(model);
    }

    @Test
    void bits_flippedInEachFile_areRefusedBeforeTribuoParses() throws IOException {
        Random random = new Random(SEED);
        List<String> accepted = new ArrayList<>();
        int cases = 0;
        List<Path> files = StoreFiles.files(exported);
        assertThat(files).hasSize(5);
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            for (int flip = 0; flip < FLIPS_A_FILE; flip++) {
                int at = flip == 0 ? 0 : flip == 1 ? content.length - 1 : random.nextInt(content.length);
                int bit = random.nextInt(8);
                byte[] flipped = content.clone();
                flipped[at] ^= (byte) (1 << bit);
                cases++;
                if (!isRefused(with(file.getFileName().toString(), flipped))) {
                    accepted.add(file.getFileName() + " byte " + at + " bit " + bit + " (seed " + SEED + ")");
                }
            }
        }

        System.out.printf(
                Locale.ROOT,
                "flipped bits in %d files of a model folder: %d of %d refused before parsing%n",
                files.size(),
                cases - accepted.size(),
                cases);
        assertThat(accepted).isEmpty();
    }

    @Test
    void files_missing_areRefused() throws IOException {
        for (Path file : StoreFiles.files(exported)) {
            Path copy = copy();
            Files.delete(copy.resolve(file.getFileName()));
            assertThat(isRefused(copy)).as("without %s", file.getFileName()).isTrue();
        }
    }

    @Test
    void model_ofAForeignClassUnderAMendedManifest_isRefusedAndTheClassNotLoaded() throws IOException {
        byte[] model = Files.readAllBytes(exported.resolve("model.tribuo"));
        String foreign = Foreign.class.getName();
        byte[] harmed = replaced(model, MODEL, foreign);
        Path copy = with("model.tribuo", harmed);
        mendManifest(copy, model, harmed);

        Throwable refusal = catchThrowable(() -> TrainedModel.load(copy));

        assertThat(refusal)
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[MODEL_NOT_TRUSTED] ")
                .hasMessageContaining(foreign);
        assertThat(parsedByTribuo(refusal)).isFalse();
        assertThat(System.getProperty(FOREIGN_RAN))
                .as("its static initializer ran")
                .isNull();
    }

    private static final String FOREIGN_RAN = "tributary.test.foreign";

    /** What a harmful file would name. */
    static final class Foreign {
        static {
            System.setProperty(FOREIGN_RAN, "yes");
        }

        private Foreign() {}
    }

    private static boolean isRefused(Path folder) {
        Throwable refusal = catchThrowable(() -> TrainedModel.load(folder));
        return refusal instanceof PipelineException && !parsedByTribuo(refusal);
    }

    private static boolean parsedByTribuo(Throwable refusal) {
        return Arrays.stream(refusal.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("org.tribuo."));
    }

    private Path copy() {
        Path copy = folder.resolve("model" + copies++);
        StoreFiles.copy(exported, copy);
        return copy;
    }

    private int copies;

    private Path with(String file, byte[] content) throws IOException {
        Path copy = copy();
        Files.write(copy.resolve(file), content);
        return copy;
    }

    /** Says of the changed file what the manifest said of it before. */
    private static void mendManifest(Path copy, byte[] before, byte[] now) throws IOException {
        Path manifest = copy.resolve("manifest.json");
        String text = Files.readString(manifest, StandardCharsets.UTF_8);
        String mended = text.replace(StoreFiles.sha256(before), StoreFiles.sha256(now))
                .replace("\"size\" : " + before.length, "\"size\" : " + now.length);
        assertThat(mended).isNotEqualTo(text);
        Files.writeString(manifest, mended, StandardCharsets.UTF_8);
    }

    /** The first field of the message that holds the old name, with the new one and its length. */
    private static byte[] replaced(byte[] message, String old, String text) {
        String bytes = new String(message, StandardCharsets.ISO_8859_1);
        int at = bytes.indexOf((char) old.length() + old);
        assertThat(at).as("where the class is named").isNotNegative();
        assertThat(text.length()).isLessThan(128);
        String harmed = bytes.substring(0, at) + (char) text.length() + text + bytes.substring(at + 1 + old.length());
        return harmed.getBytes(StandardCharsets.ISO_8859_1);
    }
}
