package org.tributary.steps.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;
import org.tributary.cache.RunProvenance;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.Tables;

class ModelFolderTest {

    private static final RunProvenance PROVENANCE = new RunProvenance(
            "run 7",
            "train",
            "cafe",
            "babe",
            Map.of("data/a.csv", "sha256:1"),
            Map.of("java", "17"),
            Optional.of("c0"),
            true);

    @TempDir
    Path work;

    private Path folder;
    private TrainedModel model;

    @BeforeEach
    void save() throws IOException {
        folder = work.resolve("models/birds");
        model = Models.birds(1);
        model.save(folder);
    }

    private List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void load_saved_givesAnEqualModel() throws IOException {
        TrainedModel read = TrainedModel.load(folder);
        assertThat(read).isEqualTo(model);
        assertThat(read.predict(Tables.birds(4, 30)).toList())
                .isEqualTo(model.predict(Tables.birds(4, 30)).toList());
        assertThat(names(folder)).containsExactly("manifest.json", "model.tribuo", "preparation.json", "profile.json");
        assertThat(names(folder.getParent())).containsExactly("birds");
    }

    @Test
    void load_throughALinkToTheFolder_works() throws IOException {
        Path link = Files.createSymbolicLink(work.resolve("current"), folder);
        assertThat(TrainedModel.load(link)).isEqualTo(model);
    }

    @Test
    void save_modelFile_isReadByTribuoToo() throws IOException {
        assertThat(Model.deserializeFromFile(folder.resolve("model.tribuo")).getName())
                .isEqualTo("linear-sgd-model");
    }

    @Test
    void save_twice_givesEqualFiles() throws IOException {
        Path other = work.resolve("other");
        Models.birds(1).save(other);
        for (String name : names(folder)) {
            assertThat(Files.readAllBytes(other.resolve(name))).isEqualTo(Files.readAllBytes(folder.resolve(name)));
        }
    }

    @Test
    void save_provenance_standsBesideTheModel() throws IOException {
        Path other = work.resolve("other");
        model.save(other, PROVENANCE);
        assertThat(Files.readString(other.resolve("provenance.json"))).isEqualTo("""
                        {
                          "format" : "provenance/1",
                          "runId" : "run 7",
                          "step" : "train",
                          "key" : "cafe",
                          "digest" : "babe",
                          "data" : {
                            "data/a.csv" : "sha256:1"
                          },
                          "versions" : {
                            "java" : "17"
                          },
                          "commit" : "c0",
                          "dirty" : true
                        }
                        """);
        assertThat(TrainedModel.load(other)).isEqualTo(model);
    }

    @Test
    void manifest_namesSizeAndDigestOfEachFile() throws IOException {
        String manifest = Files.readString(folder.resolve("manifest.json"));
        String profile = Digests.of(Files.readAllBytes(folder.resolve("profile.json")));
        assertThat(manifest)
                .startsWith("{\n  \"format\" : \"tributary-model/1\",\n  \"digest\" : \"" + Digests.of(model) + "\",\n")
                .contains("      \"name\" : \"profile.json\",\n      \"size\" : "
                        + Files.size(folder.resolve("profile.json")) + ",\n      \"sha256\" : \"" + profile + "\"\n");
    }

    @Test
    void save_earlierModel_takesItsPlace() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        TrainedModel other = Models.birds(2);
        other.save(folder);
        assertThat(TrainedModel.load(folder)).isEqualTo(other);
        assertThat(names(folder)).doesNotContain("notes.txt");
        assertThat(names(folder.getParent())).containsExactly("birds");
    }

    @Test
    void save_folderOfSomethingElse_isRefusedAndUntouched() throws IOException {
        Path taken = Files.createDirectory(work.resolve("taken"));
        Files.writeString(taken.resolve("manifest.json"), "{\"format\" : \"web-app\"}");
        Path file = Files.writeString(work.resolve("file"), "mine");
        Path link = Files.createSymbolicLink(work.resolve("link"), folder);
        for (Path path : List.of(taken, file, link)) {
            assertThatThrownBy(() -> model.save(path))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage("[MODEL_FOLDER_TAKEN] " + path
                            + " is there and is no model folder: nothing was written. Save"
                            + " to another folder, or remove it first.");
        }
        assertThat(names(taken)).containsExactly("manifest.json");
        assertThat(file).hasContent("mine");
        assertThat(names(work)).containsExactly("file", "link", "models", "taken");
    }

    @Test
    void save_atTheSameTime_leavesOneWholeModel() throws Exception {
        List<TrainedModel> models = List.of(Models.birds(1), Models.birds(2), Models.birds(3));
        ExecutorService threads = Executors.newFixedThreadPool(models.size());
        try {
            List<Future<?>> done = new ArrayList<>();
            for (TrainedModel one : models) {
                done.add(threads.submit(() -> {
                    for (int round = 0; round < 20; round++) {
                        one.save(folder);
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(models).contains(TrainedModel.load(folder));
        assertThat(names(folder.getParent())).containsExactly("birds");
    }

    /** There is no new folder to move in: stands for a disk that fails at that rename. */
    @Test
    void swap_secondRenameFails_putsTheOldFolderBack() throws IOException {
        FolderSwap swap = FolderSwap.beside(folder.toAbsolutePath());
        assertThatThrownBy(swap::rename).isInstanceOf(IOException.class);
        swap.clean();
        assertThat(TrainedModel.load(folder)).isEqualTo(model);
        assertThat(names(folder.getParent())).containsExactly("birds");
    }

    @Test
    void load_noFolder_saysSo() {
        Path nowhere = work.resolve("nowhere");
        assertThatThrownBy(() -> TrainedModel.load(nowhere))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MODEL_NOT_FOUND] " + nowhere + " is no model folder: it has no manifest.json.");
    }

    private void assertDamaged(String name, String what) {
        assertThatThrownBy(() -> TrainedModel.load(folder))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MODEL_DAMAGED] " + folder + ": " + name + " " + what
                        + ". The model was not loaded. Save it again, or fetch the folder anew.");
        assertThat(new TrainedModelFormat().holds(folder, Digests.of(model))).isFalse();
    }

    /** A bit in each byte of the manifest and in each 67th of the others, which bit by turns: none is loaded. */
    @Test
    void load_flippedBit_isRefusedWhereverItIs() throws IOException {
        model.save(folder, PROVENANCE);
        int flips = 0;
        for (String name : names(folder)) {
            byte[] good = Files.readAllBytes(folder.resolve(name));
            int step = name.equals("manifest.json") ? 1 : 67;
            for (int at = 0; at < good.length; at += step) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << (at % 8));
                Files.write(folder.resolve(name), bad);
                assertThatThrownBy(() -> TrainedModel.load(folder))
                        .as("bit %d of byte %d of %s", at % 8, at, name)
                        .isInstanceOf(PipelineException.class);
                assertThat(new TrainedModelFormat().holds(folder, PROVENANCE.digest()))
                        .isFalse();
                flips++;
            }
            Files.write(folder.resolve(name), good);
        }
        assertThat(flips).isGreaterThan(800);
        assertThat(TrainedModel.load(folder)).isEqualTo(model);
    }

    @Test
    void load_truncatedOrLongerFile_isRefused() throws IOException {
        for (String name : List.of("model.tribuo", "preparation.json", "profile.json")) {
            byte[] good = Files.readAllBytes(folder.resolve(name));
            for (int length : new int[] {0, 1, good.length / 2, good.length - 1}) {
                Files.write(folder.resolve(name), Arrays.copyOf(good, length));
                assertDamaged(name, "is not what the manifest says");
            }
            Files.write(folder.resolve(name), Arrays.copyOf(good, good.length + 1));
            assertDamaged(name, "has " + (good.length + 1) + " bytes instead of at most " + good.length);
            Files.write(folder.resolve(name), good);
        }
    }

    @Test
    void load_missingFile_isRefused() throws IOException {
        for (String name : List.of("model.tribuo", "preparation.json", "profile.json")) {
            byte[] good = Files.readAllBytes(folder.resolve(name));
            Files.delete(folder.resolve(name));
            assertDamaged(name, "is missing");
            Files.write(folder.resolve(name), good);
        }
    }

    @Test
    void load_linkOrFolderInPlaceOfAFile_isRefused() throws IOException {
        Path aside = work.resolve("aside");
        for (String name : List.of("model.tribuo", "preparation.json", "profile.json")) {
            Files.move(folder.resolve(name), aside);
            Files.createSymbolicLink(folder.resolve(name), aside);
            assertDamaged(name, "is a link, a folder or a device");
            Files.delete(folder.resolve(name));
            Files.createDirectory(folder.resolve(name));
            assertDamaged(name, "is a link, a folder or a device");
            Files.delete(folder.resolve(name));
            Files.move(aside, folder.resolve(name));
        }
        assertThat(TrainedModel.load(folder)).isEqualTo(model);
    }

    @Test
    void load_fileThatTheManifestDoesNotName_isNotLookedAt() throws IOException {
        Files.writeString(folder.resolve("README.md"), "mine");
        assertThat(TrainedModel.load(folder)).isEqualTo(model);
        assertThat(new TrainedModelFormat().holds(folder, Digests.of(model))).isTrue();
    }

    private void editManifest(String from, String to) throws IOException {
        String good = Files.readString(folder.resolve("manifest.json"));
        String bad = good.replace(from, to);
        assertThat(bad).isNotEqualTo(good);
        Files.writeString(folder.resolve("manifest.json"), bad);
    }

    @Test
    void load_manifestLeadsOutside_isRefused() throws IOException {
        Files.copy(folder.resolve("profile.json"), folder.getParent().resolve("profile.json"));
        byte[] good = Files.readAllBytes(folder.resolve("manifest.json"));
        for (String name :
                List.of("../profile.json", "/etc/passwd", "a/b", "..", ".", "", "C:x", "a\\\\b", ".hidden")) {
            editManifest("\"profile.json\"", "\"" + name + "\"");
            assertThatThrownBy(() -> TrainedModel.load(folder))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage("[JSON_UNEXPECTED] " + folder + ": manifest.json: files[2] has the name \""
                            + name.replace("\\\\", "\\") + "\", which is no plain name or is there twice.");
            Files.write(folder.resolve("manifest.json"), good);
        }
    }

    @Test
    void load_manifestWithoutAPart_isRefused() throws IOException {
        Manifest manifest = Manifest.fromJson(Files.readAllBytes(folder.resolve("manifest.json")), "m");
        TreeMap<String, Manifest.Entry> files = new TreeMap<>(manifest.files());
        files.remove("profile.json");
        Files.write(folder.resolve("manifest.json"), new Manifest(manifest.digest(), files).toJson());
        assertDamaged("manifest.json", "does not name profile.json");
    }

    @Test
    void load_manifestWrittenInAnotherWay_isRefused() throws IOException {
        editManifest("\n}\n", "\n}");
        assertDamaged("manifest.json", "is not in the form in which it was written");
    }

    @Test
    void load_manifestOfAnotherVersion_isRefusedAndMayBeReplaced() throws IOException {
        editManifest("tributary-model/1", "tributary-model/2");
        assertThatThrownBy(() -> TrainedModel.load(folder))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[JSON_UNEXPECTED] " + folder + ": manifest.json has the format \"tributary-model/2\", and this"
                                + " version reads \"tributary-model/1\".");
        assertThat(new TrainedModelFormat().owns(folder)).isTrue();
    }

    @Test
    void load_partOfAnotherModel_isRefusedByTheDigestOfTheWhole() throws IOException {
        Path other = work.resolve("other");
        TrainedModel twin = TrainedModel.of(
                model.preparation(), Models.stock(1).tribuo(), Models.birds(2).profile());
        twin.save(other);
        Files.copy(
                other.resolve("profile.json"),
                folder.resolve("profile.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        byte[] content = Files.readAllBytes(folder.resolve("profile.json"));
        Manifest manifest = Manifest.fromJson(Files.readAllBytes(folder.resolve("manifest.json")), "m");
        TreeMap<String, Manifest.Entry> files = new TreeMap<>(manifest.files());
        files.put("profile.json", Manifest.Entry.of(content));
        Files.write(folder.resolve("manifest.json"), new Manifest(manifest.digest(), files).toJson());
        assertThatThrownBy(() -> TrainedModel.load(folder))
                .hasMessage("[MODEL_DAMAGED] " + folder
                        + ": manifest.json does not have the digest of the model. The model was"
                        + " not loaded. Save it again, or fetch the folder anew.");
    }

    @Test
    void format_writeAndRead_knowsItsFolders() throws IOException {
        TrainedModelFormat format = new TrainedModelFormat();
        Path other = work.resolve("other");
        format.write(model, PROVENANCE, other);
        assertThat(format.type()).isEqualTo(TrainedModel.class);
        assertThat(format.read(other)).isEqualTo(model);
        assertThat(format.owns(other)).isTrue();
        assertThat(format.holds(other, PROVENANCE.digest())).isTrue();
        assertThat(format.holds(folder, Digests.of(model))).isTrue();
        assertThat(format.holds(folder, Digests.of(Models.birds(2)))).isFalse();
        assertThat(format.owns(work)).isFalse();
        assertThat(format.owns(work.resolve("nowhere"))).isFalse();
        assertThat(format.holds(work, Digests.of(model))).isFalse();
        Files.write(other.resolve("manifest.json"), "nonsense".getBytes(UTF_8));
        assertThat(format.owns(other)).isFalse();
    }

    @Test
    void write_folderThatIsThere_isRefused() {
        assertThatThrownBy(() -> new TrainedModelFormat().write(model, PROVENANCE, folder))
                .isInstanceOf(IOException.class);
    }
}
