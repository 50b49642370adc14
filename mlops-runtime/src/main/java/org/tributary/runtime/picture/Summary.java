package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tributary.runtime.picture.Scene.Item;
import org.tributary.runtime.picture.Scene.Kind;
import org.tributary.runtime.picture.Scene.Level;
import org.tributary.runtime.picture.Scene.Link;

/** A picture in sentences, for those who do not see it. */
final class Summary {

    private static final int MOST_STEPS = 60;

    private Summary() {}

    static List<String> of(Level level, Optional<String> outcome) {
        List<String> lines = new ArrayList<>();
        int steps = level.items().size();
        lines.add("A pipeline of " + steps + (steps == 1 ? " step." : " steps."));
        outcome.ifPresent(text -> lines.add("Its run: " + text + "."));
        lines.addAll(sentences(level));
        return lines;
    }

    private static List<String> sentences(Level level) {
        List<List<String>> inputs = new ArrayList<>();
        level.items().forEach(item -> inputs.add(new ArrayList<>()));
        level.links().forEach(link -> inputs.get(link.to()).add(source(level, link)));
        List<String> lines = new ArrayList<>();
        int shown = Math.min(MOST_STEPS, inputs.size());
        for (int i = 0; i < shown; i++) {
            lines.add(sentence(level.items().get(i), inputs.get(i)));
        }
        if (shown < inputs.size()) {
            lines.add("And " + (inputs.size() - shown) + " more.");
        }
        return lines;
    }

    private static String sentence(Item item, List<String> inputs) {
        return item.name()
                + (inputs.isEmpty() ? "" : " takes " + String.join(", ", inputs))
                + item.body()
                        .map(body -> (inputs.isEmpty() ? "" : " and") + " runs for each element: " + names(body))
                        .orElse("")
                + item.state().map(state -> ": " + state.text()).orElse("")
                + ".";
    }

    private static String names(Level body) {
        return body.items().stream()
                .filter(item -> item.kind() != Kind.INLET)
                .limit(MOST_STEPS)
                .map(Item::name)
                .collect(Collectors.joining(", "));
    }

    private static String source(Level level, Link link) {
        String name = level.items().get(link.from()).name();
        return link.part().isEmpty() ? name : name + "." + link.part();
    }
}
