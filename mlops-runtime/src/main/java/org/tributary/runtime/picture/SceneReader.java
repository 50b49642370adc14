package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.runtime.picture.Scene.Item;
import org.tributary.runtime.picture.Scene.Kind;
import org.tributary.runtime.picture.Scene.Level;
import org.tributary.runtime.picture.Scene.Link;
import org.tributary.runtime.picture.Scene.Origin;

/** Reads one level of a picture from the graph of a pipeline, or of a map's body. For one thread, once. */
final class SceneReader {

    private final Pipeline<?> pipeline;
    private final RunStates states;
    private final String path;
    private final String prefix;
    private final Map<Node<?>, Integer> places = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final Set<Link> links = new LinkedHashSet<>();

    private SceneReader(Pipeline<?> pipeline, RunStates states, String path, String prefix) {
        this.pipeline = pipeline;
        this.states = states;
        this.path = path;
        this.prefix = prefix;
    }

    static Scene read(Pipeline<?> pipeline, RunStates states) {
        SceneReader reader = new SceneReader(pipeline, states, "", "n");
        Level level = reader.level();
        return new Scene(pipeline.name(), states.outcome(), Summary.of(level, states.outcome()), level);
    }

    private Level level() {
        steps(pipeline).forEach(this::add);
        return new Level(items, List.copyOf(links));
    }

    private Level body(Node<?> map, Pipeline<?> body) {
        SceneReader reader = new SceneReader(body, states, path + map.name() + "/", id() + "n");
        body.element()
                .ifPresent(
                        element -> reader.addInlet(element, origin(map.inputs().get(0))));
        captured(body).forEach(value -> reader.addInlet(value, origin(value)));
        return reader.level();
    }

    private void addInlet(Node<?> value, Origin origin) {
        places.put(value, items.size());
        items.add(new Item(
                id(),
                value.name(),
                Kind.INLET,
                NodeText.lines(value),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(origin),
                pipeline.result() == value));
    }

    private void add(Node<?> node) {
        if (places.containsKey(node)) {
            return;
        }
        int place = items.size();
        taken(node).forEach(value -> links.add(new Link(place(value), place, part(value))));
        Optional<Level> body = node.body().map(inner -> body(node, inner));
        places.put(node, place);
        items.add(new Item(
                id(),
                node.name(),
                body.isPresent() ? Kind.MAP : Kind.STEP,
                NodeText.lines(node),
                NodeText.notes(node),
                path.isEmpty() ? states.ofStep(node.name()) : states.ofElements(path + node.name()),
                body,
                Optional.empty(),
                whole(pipeline.result()) == node));
    }

    /** The id of the next item. */
    private String id() {
        return prefix + items.size();
    }

    private Origin origin(Node<?> value) {
        return new Origin(items.get(place(value)).id(), part(value));
    }

    private int place(Node<?> value) {
        Node<?> placed = places.containsKey(value) ? value : whole(value);
        return Objects.requireNonNull(places.get(placed), placed.name());
    }

    /** Which part of its item a value is: nothing for an inlet that stands for a part. */
    private String part(Node<?> value) {
        return places.containsKey(value) ? "" : value.component().orElse("");
    }

    /** The nodes that a step takes; for a map, those that its body takes too. */
    private static Set<Node<?>> taken(Node<?> node) {
        Set<Node<?>> taken = new LinkedHashSet<>(node.inputs());
        node.body().ifPresent(body -> taken.addAll(captured(body)));
        return taken;
    }

    /** The values of the pipelines around it that a body uses. */
    private static Set<Node<?>> captured(Pipeline<?> body) {
        Set<Node<?>> inside = new HashSet<>(body.nodes());
        Set<Node<?>> captured = new LinkedHashSet<>();
        Stream.concat(steps(body).stream().flatMap(node -> taken(node).stream()), Stream.of(body.result()))
                .filter(value -> !inside.contains(value) && !inside.contains(whole(value)))
                .forEach(captured::add);
        return captured;
    }

    private static List<Node<?>> steps(Pipeline<?> pipeline) {
        List<Node<?>> steps = new ArrayList<>(pipeline.nodes());
        steps.removeIf(node -> node.component().isPresent());
        return steps;
    }

    private static Node<?> whole(Node<?> value) {
        return value.component().isPresent() ? value.inputs().get(0) : value;
    }
}
