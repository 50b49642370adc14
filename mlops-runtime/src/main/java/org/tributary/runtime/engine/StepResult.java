package org.tributary.runtime.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tributary.cache.RunProvenance;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.runtime.value.NoFormException;
import org.tributary.runtime.value.ValueForm;
import org.tributary.runtime.value.ValueForms;

/**
 * What the store keeps of one computed step: everything but the bytes of its value.
 *
 * @param step the name it had then
 * @param output the identity of the value
 * @param log what the step logged
 * @param parts what its key was made of, to tell later what changed
 * @param time how long the attempt took
 * @param created when it ended
 * @param provenance where the value came from
 */
record StepResult(
        String step,
        Output output,
        StepLog log,
        KeyParts parts,
        Duration time,
        Instant created,
        RunProvenance provenance) {

    private static final ValueForm FORM = form();

    /**
     * The identity of a value and of the objects it needs.
     *
     * @param root the object that stands for the value
     * @param parts the identity of each component of a record
     * @param objects all objects, the root included
     */
    record Output(ObjectRef root, Map<String, String> parts, List<ObjectRef> objects) {

        long bytes() {
            return objects.stream().mapToLong(ObjectRef::size).sum();
        }
    }

    /** The same with its provenance, which is found out only when the result is stored. */
    StepResult withProvenance(RunProvenance value) {
        return new StepResult(step, output, log, parts, time, created, value);
    }

    /** All objects of the value and of what the step logged. */
    Stream<ObjectRef> objects() {
        return Stream.concat(output.objects().stream(), log.artifacts().values().stream());
    }

    byte[] toBytes() {
        return FORM.toBytes(this);
    }

    static StepResult fromBytes(byte[] bytes) throws IOException {
        return (StepResult) FORM.fromBytes(bytes);
    }

    private static ValueForm form() {
        try {
            return ValueForms.of(List.of()).of(StepResult.class);
        } catch (NoFormException e) {
            throw new IllegalStateException(e);
        }
    }
}
