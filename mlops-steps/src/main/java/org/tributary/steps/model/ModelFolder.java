package org.tributary.steps.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tributary.cache.RunProvenance;
import org.tributary.pipeline.PipelineException;

/**
 * A model as a folder: its parts, and a manifest with the size and digest of each. Nothing in it is parsed before all of that
 * was checked; files that the manifest does not name are not looked at.
 */
final class ModelFolder {

    static final String TRIBUO = "model.tribuo";
    static final String PREPARATION = "preparation.json";
    static final String PROFILE = "profile.json";
    static final String PROVENANCE = "provenance.json";
    static final String MANIFEST = "manifest.json";

    private static final long LARGEST_MANIFEST = 1 << 20;
    private static final long LARGEST_FILE = 1 << 30;
    private static final int LOOKS = 100;

    private ModelFolder() {}

    /** Writes a new folder, flushed to the disk; the manifest comes last. */
    static void write(TrainedModel model, RunProvenance provenance, Path folder) throws IOException {
        Map<String, byte[]> contents = contents(model, provenance);
        Files.createDirectory(folder);
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            DurableFiles.write(folder.resolve(content.getKey()), content.getValue());
        }
        String digest = provenance.digest().isEmpty() ? Digests.of(model) : provenance.digest();
        DurableFiles.write(
                folder.resolve(MANIFEST), Manifest.of(digest, contents).toJson());
        DurableFiles.flush(folder);
    }

    private static Map<String, byte[]> contents(TrainedModel model, RunProvenance provenance) {
        ModelParts parts = ModelParts.of(model);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(TRIBUO, parts.tribuo());
        contents.put(PREPARATION, parts.preparation());
        contents.put(PROFILE, parts.profile());
        if (!provenance.equals(RunProvenance.none())) {
            contents.put(PROVENANCE, ProvenanceJson.write(provenance));
        }
        return contents;
    }

    /** Writes beside the folder, then takes its place; an earlier model is renamed aside, then removed. */
    static void replace(TrainedModel model, RunProvenance provenance, Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (isTaken(target)) {
            throw new PipelineException(
                    "[MODEL_FOLDER_TAKEN] " + folder + " is there and is no model folder: nothing was"
                            + " written. Save to another folder, or remove it first.");
        }
        FolderSwap swap = FolderSwap.beside(target);
        try {
            write(model, provenance, swap.fresh());
            swap.rename();
        } finally {
            swap.clean();
        }
    }

    /** Looks more than once: another process that saves here moves a model away between two looks. */
    private static boolean isTaken(Path target) {
        for (int look = 0; look < LOOKS; look++) {
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || owns(target)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is a folder with a manifest of ours. */
    static boolean owns(Path folder) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Manifest.isOne(bytes(folder, MANIFEST, LARGEST_MANIFEST), MANIFEST);
        } catch (IOException | PipelineException e) {
            return false;
        }
    }

    /** Whether the folder holds the model of this digest with all its files intact. */
    static boolean holds(Path folder, String digest) {
        try {
            Manifest manifest = manifest(folder);
            files(folder, manifest);
            return manifest.digest().equals(digest);
        } catch (IOException | PipelineException e) {
            return false;
        }
    }

    static TrainedModel read(Path folder) throws IOException {
        Manifest manifest = manifest(folder);
        Map<String, byte[]> files = files(folder, manifest);
        ModelParts parts = new ModelParts(needed(files, PREPARATION), needed(files, PROFILE), needed(files, TRIBUO));
        TrainedModel model = parts.model(folder.toString());
        if (!digest(model, files, folder).equals(manifest.digest())) {
            throw damaged(folder, MANIFEST, "does not have the digest of the model");
        }
        return model;
    }

    /** By which the manifest is to know the model: what its provenance says, or else that of its bytes. */
    private static String digest(TrainedModel model, Map<String, byte[]> files, Path folder) {
        return Optional.ofNullable(files.get(PROVENANCE))
                .map(content -> ProvenanceJson.digest(content, folder + ": " + PROVENANCE))
                .filter(digest -> !digest.isEmpty())
                .orElseGet(() -> Digests.of(model));
    }

    private static byte[] needed(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static Manifest manifest(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS)) {
            throw new PipelineException(
                    "[MODEL_NOT_FOUND] " + folder + " is no model folder: it has no " + MANIFEST + ".");
        }
        byte[] content = bytes(folder, MANIFEST, LARGEST_MANIFEST);
        Manifest manifest = Manifest.fromJson(content, folder + ": " + MANIFEST);
        if (!Arrays.equals(manifest.toJson(), content)) {
            throw damaged(folder, MANIFEST, "is not in the form in which it was written");
        }
        List<String> absent = manifest.without(TRIBUO, PREPARATION, PROFILE);
        if (!absent.isEmpty()) {
            throw damaged(folder, MANIFEST, "does not name " + String.join(", ", absent));
        }
        return manifest;
    }

    private static Map<String, byte[]> files(Path folder, Manifest manifest) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, Manifest.Entry> file : manifest.files().entrySet()) {
            byte[] content =
                    bytes(folder, file.getKey(), Math.min(file.getValue().size(), LARGEST_FILE));
            if (!Manifest.Entry.of(content).equals(file.getValue())) {
                throw damaged(folder, file.getKey(), "is not what the manifest says");
            }
            files.put(file.getKey(), content);
        }
        return files;
    }

    private static byte[] bytes(Path folder, String name, long most) throws IOException {
        Path file = folder.resolve(name);
        try {
            return DurableFiles.read(file, most);
        } catch (NoSuchFileException e) {
            throw damaged(folder, name, "is missing");
        } catch (DurableFiles.NotPlainException e) {
            throw damaged(folder, name, e.what());
        }
    }

    private static PipelineException damaged(Path folder, String name, String what) {
        return new PipelineException("[MODEL_DAMAGED] " + folder + ": " + name + " " + what
                + ". The model was not loaded. Save it again, or fetch the folder anew.");
    }
}
