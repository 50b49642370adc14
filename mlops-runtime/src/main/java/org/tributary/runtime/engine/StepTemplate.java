package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.StepOptions;
import org.tributary.runtime.key.CanonicalSettings;
import org.tributary.runtime.key.CodeFingerprint;
import org.tributary.runtime.key.KeyPart;
import org.tributary.runtime.value.ValueForm;

/**
 * A step as it was added, checked and with all of its key that is known before any value; each element of a map has steps made
 * from the same templates.
 *
 * @param origin the node that others are wired to
 * @param node the node that runs: the same, unless a trial changed its settings
 * @param options how it is treated
 * @param form how its value is stored; empty if only its run-time class can tell, or if it cannot be stored
 * @param fixed the part of its key that does not depend on values, or why it is not cacheable
 * @param body what a map does for each element; empty for a step
 */
record StepTemplate(
        Node<?> origin,
        Node<?> node,
        StepOptions options,
        Optional<ValueForm> form,
        KeyPart<FixedKey> fixed,
        Optional<BodyPlan> body) {

    /**
     * What of a step's key does not depend on values.
     *
     * @param code its fingerprint
     * @param settings its canonical settings
     * @param inputs how the value of each input is stored, empty if only its run-time class can tell; none for the list of a
     *     map, whose own form says it
     */
    record FixedKey(CodeFingerprint code, CanonicalSettings settings, List<Optional<ValueForm>> inputs) {

        /** The identity of an input's value, from the digest of its bytes. */
        String identity(int input, String digest) {
            Optional<ValueForm> form = inputs.isEmpty() ? Optional.empty() : inputs.get(input);
            return form.map(known -> known.identity(digest)).orElse(digest);
        }
    }

    String name() {
        return origin.name();
    }

    /** The nodes whose values it takes, and for a map also those that its body does. */
    List<Node<?>> takes() {
        List<Node<?>> taken = new ArrayList<>(origin.inputs());
        body.ifPresent(inner -> taken.addAll(inner.captured()));
        return taken;
    }

    /** The same with another body. */
    StepTemplate withBody(BodyPlan other) {
        return new StepTemplate(origin, node, options, form, fixed, Optional.of(other));
    }
}
