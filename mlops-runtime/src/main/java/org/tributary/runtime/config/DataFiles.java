package org.tributary.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.data.DataInput;
import org.tributary.data.DataVersions;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.TriStep;

/**
 * Tells of files that a step reads and that are neither there nor under version control.
 *
 * @param versions knows which files can be brought
 * @param faults takes what is missing
 * @param environment knows the values that no message may show
 */
record DataFiles(List<DataVersions> versions, Faults faults, Environment environment) {

    void check(BoundStep step) {
        if (step.step() == null) {
            return;
        }
        try {
            for (DataInput input : inputs(step.step())) {
                input.files().stream().filter(this::isMissing).forEach(file -> tell(step, file));
            }
        } catch (IOException | RuntimeException e) {
            faults.add(
                    Rule.CONFIG_MISSING_FILE,
                    step.written().place(),
                    step.written().path(),
                    "the files that it reads cannot be listed: " + environment.redact(String.valueOf(e.getMessage()))
                            + ".");
        }
    }

    private static List<DataInput> inputs(Object step) {
        if (step instanceof Source<?> source) {
            return source.inputs();
        } else if (step instanceof Step<?, ?> one) {
            return one.inputs();
        } else if (step instanceof BiStep<?, ?, ?> two) {
            return two.inputs();
        }
        return step instanceof TriStep<?, ?, ?, ?> three ? three.inputs() : List.of();
    }

    private boolean isMissing(Path file) {
        return !Files.exists(file) && versions.stream().noneMatch(version -> version.tracks(file));
    }

    private void tell(BoundStep step, Path file) {
        Map<String, Tree.Scalar> texts = new LinkedHashMap<>();
        step.written()
                .settings()
                .forEach((key, entry) -> collect(step.written().path() + "." + key, entry.value(), texts));
        Optional<Map.Entry<String, Tree.Scalar>> written = texts.entrySet().stream()
                .filter(text -> file.equals(path(text.getValue().text())))
                .findFirst();
        faults.add(
                Rule.CONFIG_MISSING_FILE,
                written.map(text -> text.getValue().place())
                        .orElse(step.written().place()),
                written.map(Map.Entry::getKey).orElse(step.written().path()),
                "there is no file "
                        + Shown.quoted(written.map(text -> text.getValue().written())
                                .orElse(environment.redact(ConfigFile.name(file))))
                        + ", and no version control brings it. A relative path starts in the working directory.");
    }

    private static void collect(String path, Tree tree, Map<String, Tree.Scalar> texts) {
        if (tree instanceof Tree.Scalar scalar) {
            texts.put(path, scalar);
        } else if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> collect(path + "." + key, entry.value(), texts));
        } else if (tree instanceof Tree.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(path + "[" + i + "]", sequence.items().get(i), texts);
            }
        }
    }

    private static @Nullable Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
