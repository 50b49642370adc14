package org.tributary.runtime.engine;

import java.util.List;
import java.util.Optional;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.AttemptContext.KeptFile;
import org.tributary.runtime.value.EncodedObject;

/** What a worker tells the run about one step. */
sealed interface Completion {

    /** The stored result holds. */
    record Hit(StepKey key, StepResult result, HeldValue value) implements Completion {}

    /** The step was computed; what is to be stored comes along. */
    record Computed(
            StepOutcome.Ran outcome, HeldValue value, StepLog log, List<KeptFile> artifacts, Optional<ToStore> toStore)
            implements Completion {}

    /** The step gave no value. */
    record Failure(StepOutcome.Failed outcome, StepLog log, List<KeptFile> artifacts) implements Completion {}

    /** The stored value of an input is damaged, so the step that gave it must run again. */
    record DamagedInput(int producer, HeldValue value, String message) implements Completion {}

    /** The list of a map is known. */
    record Expanded(List<Element> elements) implements Completion {}

    /** Another step of this run computes the same key just now. */
    record SameKey(int owner) implements Completion {}

    /** What makes a computed step durable. */
    record ToStore(StepKey key, StepResult result, List<EncodedObject> objects) {}
}
