package org.tributary.runtime.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.StepOptions;

/**
 * A step of the configuration; what could not be made of it is null, and was told.
 *
 * @param written what is written for it
 * @param step the step itself
 * @param signature what it takes and gives
 * @param from where its inputs come from; the step above if nothing is written
 * @param options how a runner treats it
 */
record BoundStep(
        WrittenStep written,
        @Nullable Object step,
        @Nullable Signature signature,
        List<InputName> from,
        @Nullable StepOptions options) {

    String name() {
        return written.name();
    }

    /** The id of its kind, quoted for messages. */
    String shownKind() {
        return written.kind().shown();
    }
}
