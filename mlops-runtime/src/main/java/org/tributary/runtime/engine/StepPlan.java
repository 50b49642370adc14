package org.tributary.runtime.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.StepOptions;
import org.tributary.runtime.engine.StepTemplate.FixedKey;
import org.tributary.runtime.key.KeyPart;
import org.tributary.runtime.value.ValueForm;

/**
 * One step of a run.
 *
 * @param kind what it does
 * @param index its position among the steps of the run
 * @param rank its place in the order that steps are told in
 * @param name its name in the run, such as {@code fold[3]/train}
 * @param template what it is made from
 * @param inputs where its inputs come from, in order
 * @param positions where the nodes that it and its body may use are
 */
record StepPlan(
        Kind kind,
        int index,
        Rank rank,
        String name,
        StepTemplate template,
        List<InputPlan> inputs,
        Positions positions) {

    /** What a step does. */
    enum Kind {
        /** Computes a value. */
        STEP,
        /** Turns into the steps of its elements, when the list is known. */
        MAP,
        /** A map whose elements have steps: makes the list of their results. */
        GATHER,
        /** Stands for an element of a list; its value is known from the start, and nobody is told of it. */
        ELEMENT
    }

    /**
     * One input of a step.
     *
     * @param name the name of the node, such as {@code split.train}
     * @param producer the position of the step that gives it
     * @param component the part of that step's value; empty for the whole
     */
    record InputPlan(String name, int producer, Optional<String> component) {}

    Node<?> node() {
        return template.node();
    }

    StepOptions options() {
        return template.options();
    }

    Optional<ValueForm> form() {
        return template.form();
    }

    KeyPart<FixedKey> fixed() {
        return template.fixed();
    }

    /** The name without the numbers of elements: {@code fold/train} for {@code fold[3]/train}. */
    String path() {
        return pathOf(name);
    }

    static String pathOf(String name) {
        return ElementSummary.withNumbers(name, "");
    }

    /** Whether it is meant by one of the names, which may leave out the numbers of elements. */
    boolean isAmong(Set<String> names) {
        return !names.isEmpty() && (names.contains(name) || names.contains(path()));
    }

    boolean takes(int producer) {
        return inputs.stream().anyMatch(input -> input.producer() == producer);
    }

    /** A map whose list is known: it waits for the results of its elements. */
    StepPlan gathering(List<InputPlan> results) {
        return new StepPlan(Kind.GATHER, index, rank, name, template, results, positions);
    }
}
