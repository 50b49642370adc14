package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepOptions;
import org.tributary.runtime.key.SettingsText;

/** What a box says of its node. */
final class NodeText {

    private static final int MOST_SETTINGS = 20;

    private NodeText() {}

    /** What everybody shall see: the type of the value, and what a runner does beside running it. */
    static List<String> lines(Node<?> node) {
        List<String> lines = new ArrayList<>();
        node.type().map(TypeName::of).filter(name -> !name.isEmpty()).ifPresent(lines::add);
        StepOptions options = node.options();
        options.export()
                .ifPresent(folder -> lines.add("\u2192 " + folder.toString().replace('\\', '/')));
        if (!options.cached()) {
            lines.add("uncached");
        }
        return lines;
    }

    /** What is there for who asks: the kind of step with its settings, and its options. */
    static List<String> notes(Node<?> node) {
        List<String> notes = new ArrayList<>();
        node.settings().ifPresent(settings -> {
            notes.add(settings.getClass().getSimpleName());
            notes.addAll(settings(settings));
        });
        StepOptions options = node.options();
        options.timeout().ifPresent(time -> notes.add("time limit " + TimeText.of(time)));
        options.maxAge().ifPresent(age -> notes.add("stored for " + TimeText.of(age)));
        if (options.retries() > 0) {
            notes.add("retries " + options.retries());
        }
        return notes;
    }

    private static List<String> settings(Record settings) {
        List<String> lines = texts(settings).entrySet().stream()
                .limit(MOST_SETTINGS)
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .toList();
        return lines;
    }

    /** None where an accessor of the user's record fails: a picture is no place to tell of it, and a run tells it. */
    private static Map<String, String> texts(Record settings) {
        try {
            return SettingsText.of(settings);
        } catch (PipelineException e) {
            return Map.of("settings", Optional.ofNullable(e.getMessage()).orElse("unknown"));
        }
    }
}
