package org.tributary.pipeline;

import java.util.Objects;
import java.util.function.Function;

/**
 * Makes a step from its settings; needed for steps that hold collaborators, such as a data source or a client.
 *
 * <p>The key of such a step uses its class and its settings, never the collaborators. A factory may be called from several
 * threads and must give an independent step each time, or an immutable one.
 *
 * @param <S> the record of settings
 */
public interface StepFactory<S extends Record> {

    /** The record whose components are the settings. */
    Class<S> settings();

    /**
     * Makes the step: a {@link Source}, {@link Step}, {@link BiStep} or {@link TriStep}.
     *
     * @param settings complete and checked settings
     * @return the step, whose {@code settings()} give the same record
     */
    Object create(S settings);

    /** The factory of a step that is its own record of settings. */
    static <S extends Record> StepFactory<S> of(Class<S> step) {
        return of(step, settings -> settings);
    }

    /**
     * A factory from a function.
     *
     * @param settings the record of settings
     * @param create makes the step, called with complete settings
     */
    static <S extends Record> StepFactory<S> of(Class<S> settings, Function<? super S, ?> create) {
        Objects.requireNonNull(create, "create");
        return new FunctionStepFactory<>(settings, create);
    }
}
