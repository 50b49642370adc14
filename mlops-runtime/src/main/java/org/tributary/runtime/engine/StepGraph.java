package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.tributary.pipeline.Node;
import org.tributary.runtime.engine.StepPlan.InputPlan;
import org.tributary.runtime.engine.StepPlan.Kind;

/** The steps of one run by position. It grows when the list of a map is known. For one thread at a time. */
final class StepGraph {

    private final List<StepPlan> steps = new ArrayList<>();
    private final Map<String, InputPlan> sources = new LinkedHashMap<>();

    /** The steps that were added for one element. */
    record Added(Element element, StepPlan head, List<StepPlan> steps, InputPlan result) {}

    StepGraph(BodyPlan pipeline) {
        add(pipeline, "", new Positions(null), Rank::of);
    }

    List<StepPlan> steps() {
        return steps;
    }

    /** Where the value of a step or of a part comes from, by its name. */
    Optional<InputPlan> source(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** The names of all steps and parts. */
    Set<String> names() {
        return sources.keySet();
    }

    /** Adds the steps of each element of a map. */
    List<Added> add(StepPlan map, List<Element> elements) {
        List<Added> added = new ArrayList<>(elements.size());
        for (Element element : elements) {
            added.add(add(map, element, added.size()));
        }
        return added;
    }

    private Added add(StepPlan map, Element element, int number) {
        String name = map.name() + "[" + number + "]";
        Positions positions = new Positions(map.positions());
        StepPlan head =
                new StepPlan(Kind.ELEMENT, steps.size(), map.rank(), name, element.template(), List.of(), positions);
        steps.add(head);
        positions.put(element.template().origin(), head.index());
        List<StepPlan> inner =
                add(element.body(), name + "/", positions, place -> map.rank().within(number, place));
        return new Added(element, head, inner, source(element.body().pipeline().result(), positions));
    }

    private List<StepPlan> add(BodyPlan body, String prefix, Positions positions, IntFunction<Rank> ranks) {
        List<StepPlan> added = new ArrayList<>(body.steps().size());
        for (StepTemplate template : body.steps()) {
            StepPlan step = step(template, prefix, positions, ranks.apply(added.size()));
            steps.add(step);
            added.add(step);
            positions.put(template.origin(), step.index());
        }
        nameSources(body, positions);
        return added;
    }

    private StepPlan step(StepTemplate template, String prefix, Positions positions, Rank rank) {
        List<InputPlan> inputs =
                template.takes().stream().map(node -> source(node, positions)).toList();
        Kind kind = template.body().isPresent() ? Kind.MAP : Kind.STEP;
        return new StepPlan(kind, steps.size(), rank, prefix + template.name(), template, inputs, positions);
    }

    private void nameSources(BodyPlan body, Positions positions) {
        for (Node<?> node : body.pipeline().nodes()) {
            if (positions.isHere(node)) {
                InputPlan source = source(node, positions);
                if (steps.get(source.producer()).kind() != Kind.ELEMENT) {
                    sources.put(source.name(), source);
                }
            }
        }
    }

    private InputPlan source(Node<?> node, Positions positions) {
        StepPlan producer = steps.get(positions.of(node));
        String name = node.component().map(part -> producer.name() + "." + part).orElse(producer.name());
        return new InputPlan(name, producer.index(), node.component());
    }
}
