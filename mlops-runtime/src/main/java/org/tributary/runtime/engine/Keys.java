package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tributary.data.DataInput;
import org.tributary.data.DataVersions;
import org.tributary.pipeline.PipelineException;
import org.tributary.runtime.engine.FileDigests.Known;
import org.tributary.runtime.engine.KeyParts.NamedDigest;
import org.tributary.runtime.engine.StepPlan.InputPlan;
import org.tributary.runtime.engine.StepTemplate.FixedKey;
import org.tributary.runtime.key.CanonicalBytes;
import org.tributary.runtime.key.FileStamp;
import org.tributary.runtime.key.KeyPart;
import org.tributary.runtime.value.ValueForm;

/** Computes the keys of steps whose inputs are known. Safe for several threads. */
final class Keys {

    private final FileDigests files;
    private final List<DataVersions> versions;
    private final DataPolicy policy;

    Keys(FileDigests files, List<DataVersions> versions, DataPolicy policy) {
        this.files = files;
        this.versions = versions;
        this.policy = policy;
    }

    /**
     * The key of a step, or why it has none.
     *
     * @param inputs the digest of each input; empty where it has none
     * @throws PipelineException if a file that the step reads is missing or cannot be read
     */
    KeyPart<StepKey> of(StepPlan step, List<Optional<String>> inputs) {
        Optional<FixedKey> fixed = step.fixed().value();
        if (fixed.isEmpty()) {
            provide(step);
            return KeyPart.missing(step.fixed().reason());
        }
        List<NamedDigest> digests = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            InputPlan input = step.inputs().get(i);
            if (inputs.get(i).isEmpty()) {
                return KeyPart.missing("its input " + input.name() + " is not cacheable");
            }
            digests.add(new NamedDigest(
                    input.name(), fixed.get().identity(i, inputs.get(i).get())));
        }
        return KeyPart.of(key(step, fixed.get(), digests));
    }

    /** Whether each file is still in the state that it was digested in; if not, the path of the first that is not. */
    Optional<String> changed(StepKey key) {
        return key.files().entrySet().stream()
                .filter(entry -> !isNow(Path.of(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private StepKey key(StepPlan step, FixedKey fixed, List<NamedDigest> inputs) {
        Map<String, FileStamp> stamps = new LinkedHashMap<>();
        List<NamedDigest> data = new ArrayList<>();
        for (DataInput input : step.node().dataInputs()) {
            data.addAll(digest(step, input, stamps));
        }
        KeyParts parts = new KeyParts(
                step.node().step().map(known -> known.getClass().getName()).orElse("map"),
                fixed.code().classes(),
                fixed.code().libraries(),
                fixed.settings().text(),
                fixed.settings().components(),
                fixed.code().digest(),
                fixed.settings().digest(),
                step.form().map(ValueForm::name).orElse(""),
                inputs,
                data,
                step.options().keyParts());
        return new StepKey(parts.key(), parts, stamps);
    }

    private List<NamedDigest> digest(StepPlan step, DataInput input, Map<String, FileStamp> stamps) {
        if (input.version().isPresent()) {
            return List.of(new NamedDigest(
                    input.toString(), "version:" + input.version().get()));
        }
        List<Path> files = files(step, input);
        List<NamedDigest> digests = new ArrayList<>();
        if (!isOne(input, files)) {
            digests.add(new NamedDigest(input.toString(), listing(files)));
        }
        for (Path file : files) {
            Known known = read(step, file);
            stamps.put(file.toString(), known.stamp());
            digests.add(new NamedDigest(name(file), "sha256:" + known.digest()));
        }
        return digests;
    }

    /** Names and number of the files of a pattern: a step may read names, and where the files of one pattern end. */
    private static String listing(List<Path> files) {
        return "names:"
                + new CanonicalBytes()
                        .texts(files.stream().map(Keys::name).toList())
                        .digest();
    }

    private static boolean isOne(DataInput input, List<Path> files) {
        return files.size() == 1 && name(files.get(0)).equals(input.toString());
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    private void provide(StepPlan step) {
        for (DataInput input : step.node().dataInputs()) {
            files(step, input).forEach(file -> provide(step, file));
        }
    }

    /** The files of an input; those of a pattern are brought first, or it would match nothing of a fresh clone. */
    private List<Path> files(StepPlan step, DataInput input) {
        input.folder().ifPresent(folder -> provide(step, folder));
        try {
            return input.files();
        } catch (IOException e) {
            throw unreadable(step, input.toString(), e);
        }
    }

    private Known read(StepPlan step, Path file) {
        provide(step, file);
        try {
            return files.of(file);
        } catch (NoSuchFileException e) {
            throw new PipelineException(
                    "[DATA_NO_FILE] step \"" + step.name() + "\" reads " + file
                            + ", which does not exist in " + Path.of("").toAbsolutePath()
                            + ". Put the file there, or correct the path.",
                    e);
        } catch (IOException e) {
            throw unreadable(step, file.toString(), e);
        }
    }

    private void provide(StepPlan step, Path file) {
        for (DataVersions reader : versions) {
            if (policy.asks(Files.exists(file)) && reader.tracks(file)) {
                try {
                    reader.provide(file);
                } catch (IOException e) {
                    throw new PipelineException(
                            "[DATA_NOT_PROVIDED] step \"" + step.name() + "\" does not get " + file + ": "
                                    + e.getMessage(),
                            e);
                }
            }
        }
    }

    private static PipelineException unreadable(StepPlan step, String name, IOException e) {
        return new PipelineException(
                "[DATA_UNREADABLE] step \"" + step.name() + "\" cannot read " + name + ": " + e.getMessage()
                        + ". Check that it is a file and that this user may read it.",
                e);
    }

    private static boolean isNow(Path file, FileStamp stamp) {
        try {
            return FileStamp.of(file).sameAs(stamp);
        } catch (IOException e) {
            return false;
        }
    }
}
