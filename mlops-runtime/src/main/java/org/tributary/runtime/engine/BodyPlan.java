package org.tributary.runtime.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/**
 * A pipeline, or the body of a map, whose steps were checked.
 *
 * @param pipeline what it was made from
 * @param steps its steps in graph order; parts and the element are none
 * @param captured the nodes of enclosing pipelines that its steps take, each once
 */
record BodyPlan(Pipeline<?> pipeline, List<StepTemplate> steps, List<Node<?>> captured) {

    Optional<StepTemplate> step(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** The same with each step replaced. */
    BodyPlan map(UnaryOperator<StepTemplate> change) {
        return new BodyPlan(pipeline, steps.stream().map(change).toList(), captured);
    }
}
