package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tributary.pipeline.PipelineException;
import org.tributary.runtime.engine.Attempts.Ended;
import org.tributary.runtime.engine.StepResult.Output;
import org.tributary.runtime.value.EncodedValue;
import org.tributary.runtime.value.ValueForm;

/** Finds out whether a step changes its inputs, or gives two values for one key. For one thread. */
final class StepCheck {

    private final StepPlan step;
    private final List<HeldValue> producers;
    private final List<Object> inputs;
    private final boolean hasKey;
    private final Optional<Output> stored;
    private final List<Optional<String>> before;

    private StepCheck(
            StepPlan step, List<HeldValue> producers, List<Object> inputs, boolean hasKey, Optional<Output> stored) {
        this.step = step;
        this.producers = producers;
        this.inputs = inputs;
        this.hasKey = hasKey;
        this.stored = stored;
        this.before = identities();
    }

    /**
     * Looks at a step before it is computed.
     *
     * @param inputs the values that it will be given
     */
    static StepCheck before(
            RunScope run, StepPlan step, Optional<StepKey> key, List<HeldValue> producers, List<Object> inputs) {
        Optional<Output> stored = key.flatMap(known -> run.results()
                        .flatMap(results -> results.find(known, step).result()))
                .map(StepResult::output);
        return new StepCheck(step, producers, inputs, key.isPresent(), stored);
    }

    /**
     * Looks again after it was computed.
     *
     * @param value what it gave; its own faults are not looked for
     * @param again computes it once more; called only if nothing is stored to compare with
     * @return what is wrong with it, if something is
     */
    Optional<PipelineException> after(Object value, Supplier<Ended> again) {
        Optional<PipelineException> changed = changedInput();
        Optional<ValueForm> form = step.form().filter(known -> hasKey);
        return changed.isPresent() || form.isEmpty()
                ? changed
                : otherValue(form.get().encode(value), form.get(), again);
    }

    private Optional<PipelineException> changedInput() {
        List<Optional<String>> after = identities();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                return Optional.of(new PipelineException("[CHECK_INPUT_CHANGED] step \"" + step.name()
                        + "\" changes its input \"" + step.inputs().get(i).name() + "\" (added at "
                        + step.node().place() + "), which other steps take too. Copy what the step changes."));
            }
        }
        return Optional.empty();
    }

    private List<Optional<String>> identities() {
        List<Optional<String>> identities = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            identities.add(producers.get(i).identity(step.inputs().get(i).component(), inputs.get(i)));
        }
        return identities;
    }

    private Optional<PipelineException> otherValue(EncodedValue value, ValueForm form, Supplier<Ended> again) {
        if (stored.isPresent()) {
            Output other = stored.get();
            return compare(value, other.root().digest(), other.parts(), "than the stored one");
        }
        Ended second = again.get();
        if (second.failure() != null) {
            return Optional.of(new PipelineException(
                    "[CHECK_NOT_DETERMINISTIC] step \"" + step.name()
                            + "\" gave a value and then failed for the same key: " + second.failure() + remedy(),
                    second.failure()));
        }
        EncodedValue other = form.encode(Objects.requireNonNull(second.value()));
        return compare(value, other.root().digest(), other.parts(), "the second time");
    }

    private Optional<PipelineException> compare(
            EncodedValue value, String digest, Map<String, String> parts, String when) {
        if (value.root().digest().equals(digest)) {
            return Optional.empty();
        }
        String differing = new TreeSet<>(value.parts().keySet())
                .stream()
                        .filter(part -> !Objects.equals(value.parts().get(part), parts.get(part)))
                        .collect(Collectors.joining(", "));
        return Optional.of(new PipelineException("[CHECK_NOT_DETERMINISTIC] step \"" + step.name()
                + "\" gives another value for the same key " + when
                + (differing.isEmpty() ? "" : "; these components differ: " + differing) + remedy()));
    }

    private String remedy() {
        return " (added at " + step.node().place()
                + "). Make its randomness a setting, name all that it reads in inputs(),"
                + " sort what has no order, or add it with StepOptions.uncached().";
    }
}
