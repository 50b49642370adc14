package org.tributary.runtime.engine;

import java.util.List;
import java.util.Optional;
import org.tributary.pipeline.Node;
import org.tributary.runtime.key.CanonicalSettings;
import org.tributary.runtime.key.CodeFingerprint;
import org.tributary.runtime.key.KeyPart;
import org.tributary.runtime.value.ValueForm;

/**
 * One step of a run, as known before it starts.
 *
 * @param index its position among the steps, in graph order
 * @param node the node
 * @param form how its value is stored; empty if only its run-time class can tell, or if it cannot be stored
 * @param fixed the part of its key that does not depend on values, or why it is not cacheable
 * @param inputs where its inputs come from, in order
 * @param consumers the positions of the steps that take its value, each once
 */
record StepPlan(
        int index,
        Node<?> node,
        Optional<ValueForm> form,
        KeyPart<FixedKey> fixed,
        List<InputPlan> inputs,
        List<Integer> consumers) {

    /**
     * One input of a step.
     *
     * @param name the name of the node, such as {@code split.train}
     * @param producer the position of the step that gives it
     * @param component the part of that step's value; empty for the whole
     */
    record InputPlan(String name, int producer, Optional<String> component) {}

    /**
     * Code and settings of a step.
     *
     * @param code its fingerprint
     * @param settings its canonical settings
     */
    record FixedKey(CodeFingerprint code, CanonicalSettings settings) {}

    String name() {
        return node.name();
    }
}
