package org.tributary.runtime.engine;

import java.util.Optional;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.runtime.engine.StepPlan.InputPlan;

/**
 * A run as known before it starts.
 *
 * @param body the steps that were asked for
 * @param graph the same steps by position; grows during the run
 */
record RunPlan(BodyPlan body, StepGraph graph) {

    static RunPlan of(BodyPlan body) {
        return new RunPlan(body, new StepGraph(body));
    }

    Pipeline<?> pipeline() {
        return body.pipeline();
    }

    /** Where the result of the pipeline comes from; empty if its step was not asked for. */
    Optional<InputPlan> result() {
        Node<?> node = body.pipeline().result();
        return graph.source(node.name());
    }
}
