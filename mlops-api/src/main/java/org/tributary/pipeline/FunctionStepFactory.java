package org.tributary.pipeline;

import java.util.Objects;
import java.util.function.Function;

/** A step factory from the settings' class and a function. */
record FunctionStepFactory<S extends Record>(Class<S> settings, Function<? super S, ?> function)
        implements StepFactory<S> {

    FunctionStepFactory {
        Objects.requireNonNull(settings, "settings");
    }

    @Override
    public Object create(S values) {
        return function.apply(values);
    }
}
