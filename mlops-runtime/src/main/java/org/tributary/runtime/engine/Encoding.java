package org.tributary.runtime.engine;

import java.lang.reflect.Type;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tributary.runtime.engine.StepResult.Output;
import org.tributary.runtime.value.EncodedValue;
import org.tributary.runtime.value.NoFormException;
import org.tributary.runtime.value.ObjectSource;
import org.tributary.runtime.value.ValueForm;
import org.tributary.runtime.value.ValueForms;

/**
 * Encodes the values of one run, which gives each its identity. Safe for several threads.
 *
 * @param forms how values are stored
 * @param objects where stored values are read from
 * @param isOn whether identities are wanted at all: a run without cache needs none
 */
record Encoding(ValueForms forms, ObjectSource objects, boolean isOn) {

    private static final Logger LOG = LoggerFactory.getLogger(Encoding.class);

    /** The form of a type, if it has one. */
    Optional<ValueForm> form(Type type) {
        try {
            return Optional.of(forms.of(type));
        } catch (NoFormException e) {
            return Optional.empty();
        }
    }

    /**
     * How a value is encoded, if it must be: for the store, or for the keys of steps that take it.
     *
     * @param planned the form of its declared type, if it has one
     * @param isDeclared whether its type was declared; its class tells the form of one that was not
     */
    Optional<ValueForm> form(Optional<ValueForm> planned, boolean isDeclared, Object value) {
        if (!isOn) {
            return Optional.empty();
        }
        return planned.isPresent() || isDeclared ? planned : form(value.getClass());
    }

    /** Encodes a value that may be one that cannot be: it has no identity then. */
    Optional<EncodedValue> tryEncode(ValueForm form, Object value) {
        try {
            return Optional.of(form.encode(value));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("a value of {} has no digest", value.getClass(), e);
            return Optional.empty();
        }
    }

    /** A value that is in memory, with its identity if it has one. */
    HeldValue held(Object value, Optional<ValueForm> form, Optional<EncodedValue> encoded) {
        Output output = encoded.map(Encoding::output).orElse(null);
        Object settled = form.isPresent() && encoded.isPresent() ? form.get().settled(value, encoded.get()) : value;
        return HeldValue.computed(settled, form.orElse(null), output, objects);
    }

    static Output output(EncodedValue encoded) {
        return new Output(encoded.root(), encoded.parts(), encoded.refs());
    }
}
