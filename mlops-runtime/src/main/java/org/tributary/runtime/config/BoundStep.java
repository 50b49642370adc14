package org.tributary.runtime.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.StepOptions;

/**
 * A step of the configuration; what could not be made of it is null, and was told.
 *
 * @param name its name
 * @param use the id of its kind
 * @param place where it is named
 * @param settings what is written for its settings
 * @param step the step
 * @param signature what it takes and gives
 * @param from where its inputs come from; the step above if nothing is written
 * @param fromPlace where the inputs are written; that of the name if they are not
 * @param isFromWritten whether the inputs are written
 * @param options how a runner treats it
 */
record BoundStep(
        String name,
        String use,
        Place place,
        Map<String, Tree.Entry> settings,
        @Nullable Object step,
        @Nullable Signature signature,
        List<InputName> from,
        Place fromPlace,
        boolean isFromWritten,
        @Nullable StepOptions options) {

    String path() {
        return "steps." + name;
    }
}
