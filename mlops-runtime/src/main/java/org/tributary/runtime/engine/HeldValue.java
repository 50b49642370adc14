package org.tributary.runtime.engine;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.runtime.engine.StepResult.Output;
import org.tributary.runtime.value.ObjectSource;
import org.tributary.runtime.value.ValueForm;

/**
 * The value of a step: in memory as long as it is nowhere else, otherwise loaded from the store when somebody asks.
 *
 * <p>What was loaded is kept as long as memory allows. Safe for several threads; a load by one makes the others wait.
 */
final class HeldValue {

    private final @Nullable ValueForm form;
    private final @Nullable Output output;
    private final ObjectSource objects;
    private final Map<String, Reference<Object>> loaded = new HashMap<>();
    private @Nullable Object strong;

    private HeldValue(@Nullable Object value, @Nullable ValueForm form, @Nullable Output output, ObjectSource objects) {
        this.strong = value;
        this.form = form;
        this.output = output;
        this.objects = objects;
    }

    /** A value that was computed, with its identity if it has one. */
    static HeldValue computed(Object value, @Nullable ValueForm form, @Nullable Output output, ObjectSource objects) {
        return new HeldValue(value, form, output, objects);
    }

    /** A value that is in the store. */
    static HeldValue stored(ValueForm form, Output output, ObjectSource objects) {
        return new HeldValue(null, form, output, objects);
    }

    /** The identity of the value or of one part of it; empty if it has none. */
    Optional<String> digest(Optional<String> component) {
        if (output == null) {
            return Optional.empty();
        }
        return component.isEmpty()
                ? Optional.of(output.root().digest())
                : Optional.ofNullable(output.parts().get(component.get()));
    }

    /** The identity that what was given out has now, which differs from the first if somebody changed it. */
    Optional<String> identity(Optional<String> component, Object given) {
        return form == null ? Optional.empty() : Optional.of(form.identity(component, given));
    }

    long bytes() {
        return output == null ? 0 : output.bytes();
    }

    /** Lets go of the value in memory, now that the store has it. */
    synchronized void release() {
        if (strong != null && output != null) {
            loaded.put("", new SoftReference<>(strong));
            strong = null;
        }
    }

    /**
     * The value, or one component of it.
     *
     * @throws IOException if it must be loaded, and an object is missing or damaged or the disk fails
     */
    synchronized Object get(Optional<String> component) throws IOException {
        Object whole = strong != null ? strong : loaded("");
        if (whole != null) {
            return component.isEmpty() ? whole : Components.read(whole, component.get());
        }
        String name = component.orElse("");
        Object known = loaded(name);
        if (known != null) {
            return known;
        }
        Object value = load(component);
        loaded.put(name, new SoftReference<>(value));
        return value;
    }

    private @Nullable Object loaded(String name) {
        Reference<Object> reference = loaded.get(name);
        return reference == null ? null : reference.get();
    }

    private Object load(Optional<String> component) throws IOException {
        if (form == null || output == null) {
            throw new IllegalStateException("a value without form is held in memory");
        }
        return component.isEmpty()
                ? form.decode(output.root(), objects)
                : form.decodePart(output.root(), component.get(), objects);
    }
}
