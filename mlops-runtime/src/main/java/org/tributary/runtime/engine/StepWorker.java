package org.tributary.runtime.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tributary.cache.RunProvenance;
import org.tributary.pipeline.PipelineException;
import org.tributary.run.Reason;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Attempts.Ended;
import org.tributary.runtime.engine.Completion.Computed;
import org.tributary.runtime.engine.Completion.DamagedInput;
import org.tributary.runtime.engine.Completion.Expanded;
import org.tributary.runtime.engine.Completion.Failure;
import org.tributary.runtime.engine.Completion.Hit;
import org.tributary.runtime.engine.Completion.SameKey;
import org.tributary.runtime.engine.Completion.ToStore;
import org.tributary.runtime.engine.Results.Fresh;
import org.tributary.runtime.engine.Results.LookUp;
import org.tributary.runtime.engine.StepPlan.InputPlan;
import org.tributary.runtime.engine.StepPlan.Kind;
import org.tributary.runtime.key.KeyPart;
import org.tributary.runtime.value.EncodedValue;
import org.tributary.runtime.value.ValueForm;

/** Decides one step whose inputs are known, and computes it if it must; on a thread of the run's pool. */
final class StepWorker {

    private final RunScope run;
    private final StepPlan step;
    private final List<HeldValue> producers;
    private final Optional<Reason> mustRun;
    private final Runnable onLoaded;

    /**
     * A worker for one step.
     *
     * @param producers the values that its inputs are or are parts of, in the order of its inputs
     * @param mustRun why the stored result is not to be used; empty if it may be
     * @param onLoaded called when the step has its inputs and will not ask for them again
     */
    StepWorker(RunScope run, StepPlan step, List<HeldValue> producers, Optional<Reason> mustRun, Runnable onLoaded) {
        this.run = run;
        this.step = step;
        this.producers = producers;
        this.mustRun = mustRun;
        this.onLoaded = onLoaded;
    }

    Completion decide() {
        try {
            if (step.kind() == Kind.MAP) {
                return expand();
            }
            KeyPart<StepKey> key = run.keys().of(step, digests());
            return key.value().isPresent() ? lookUp(key.value().get()) : compute(Optional.empty(), uncached(key));
        } catch (PipelineException e) {
            return new Failure(new StepOutcome.Failed(step.name(), e, 0, Duration.ZERO), StepLog.EMPTY, List.of());
        }
    }

    // The list stays asked for: steps of the elements may take what the map took, and are not known yet.
    private Completion expand() {
        InputPlan list = step.inputs().get(0);
        try {
            return new Expanded(run.elements().of(step, producers.get(0).get(list.component())));
        } catch (IOException e) {
            return damaged(0, e);
        }
    }

    private DamagedInput damaged(int input, IOException e) {
        return new DamagedInput(
                step.inputs().get(input).producer(), producers.get(input), String.valueOf(e.getMessage()));
    }

    private List<Optional<String>> digests() {
        List<Optional<String>> digests = new ArrayList<>();
        for (int i = 0; i < producers.size(); i++) {
            digests.add(producers.get(i).digest(step.inputs().get(i).component()));
        }
        return digests;
    }

    private List<Reason> uncached(KeyPart<StepKey> key) {
        return List.of(
                run.results().isPresent()
                        ? Reason.of(Reason.Kind.NOT_CACHEABLE, key.reason())
                        : Reason.of(Reason.Kind.CACHE_OFF));
    }

    private Completion lookUp(StepKey key) {
        Results results = run.results().orElseThrow();
        if (run.options().checked()) {
            return compute(Optional.of(key), List.of(Reason.of(Reason.Kind.CHECKED)));
        }
        if (mustRun.isPresent()) {
            results.forget(key, step.name());
            return computeOnce(key, List.of(mustRun.get()));
        }
        LookUp found = results.find(key, step);
        if (found.result().isPresent()) {
            return hit(key, found.result().get());
        }
        return computeOnce(key, found.reasons());
    }

    private Hit hit(StepKey key, StepResult result) {
        HeldValue value = run.results()
                .flatMap(results -> results.fresh(key, step.name()))
                .map(Fresh::value)
                .orElseGet(() -> HeldValue.stored(
                        step.form().orElseThrow(),
                        result.output(),
                        run.encoding().objects()));
        return new Hit(key, result, value);
    }

    private Completion computeOnce(StepKey key, List<Reason> reasons) {
        Integer owner = run.inFlight().putIfAbsent(key.key(), step.index());
        if (owner != null && owner != step.index()) {
            return new SameKey(owner);
        }
        // Between the look-up and the claim, another step of the same key may have ended.
        Optional<Fresh> ended = run.results().flatMap(results -> results.fresh(key, step.name()));
        return ended.isPresent() ? hit(key, ended.get().result()) : compute(Optional.of(key), reasons);
    }

    private Completion compute(Optional<StepKey> key, List<Reason> reasons) {
        List<Object> inputs = new ArrayList<>();
        for (int i = 0; i < producers.size(); i++) {
            InputPlan input = step.inputs().get(i);
            try {
                inputs.add(producers.get(i).get(input.component()));
            } catch (IOException e) {
                return damaged(i, e);
            }
        }
        onLoaded.run();
        run.listener().onStepStarted(step.name());
        key.map(StepKey::parts).ifPresent(run.tracking()::data);
        String owner = key.map(StepKey::key).orElse(step.name());
        Optional<StepCheck> check = run.options().checked() && step.kind() == Kind.STEP
                ? Optional.of(StepCheck.before(run, step, key, producers, inputs))
                : Optional.empty();
        Ended ended = run.attempts().run(step, inputs, () -> context(owner));
        if (ended.failure() != null) {
            return failed(ended, ended.failure());
        }
        return check.flatMap(known -> fault(known, ended, inputs, owner))
                .<Completion>map(fault -> failed(ended, fault))
                .orElseGet(() -> computed(key, reasons, ended));
    }

    /** What a check has against a step; a value that cannot be encoded is told of where it is stored. */
    private Optional<PipelineException> fault(StepCheck check, Ended ended, List<Object> inputs, String owner) {
        try {
            return check.after(
                    Objects.requireNonNull(ended.value()), () -> run.attempts().run(step, inputs, () -> silent(owner)));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of(unstorable(e));
        }
    }

    /** The context of an attempt that nobody hears of. */
    private AttemptContext silent(String owner) {
        return new AttemptContext(run, step.name(), owner, point -> {});
    }

    private AttemptContext context(String owner) {
        boolean live = step.options().retries() == 0;
        return new AttemptContext(run, step.name(), owner, point -> {
            if (live) {
                run.tracking().metric(point);
            }
        });
    }

    private Failure failed(Ended ended, Throwable cause) {
        StepOutcome.Failed outcome = new StepOutcome.Failed(step.name(), cause, ended.attempts(), ended.time());
        return new Failure(outcome, ended.context().log(), ended.context().files());
    }

    private Completion computed(Optional<StepKey> key, List<Reason> reasons, Ended ended) {
        try {
            return finish(key, reasons, ended);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(ended, unstorable(e));
        }
    }

    private PipelineException unstorable(Throwable e) {
        return new PipelineException(
                "[STEP_UNSTORABLE_OUTPUT] the value of step \"" + step.name()
                        + "\" cannot be encoded: " + Causes.text(e)
                        + ". Mend the value or its codec, or add the step with"
                        + " StepOptions.uncached().",
                e);
    }

    private Completion finish(Optional<StepKey> key, List<Reason> reasons, Ended ended) {
        Object result = Objects.requireNonNull(ended.value(), "a step that did not fail gave a value");
        Encoding encoding = run.encoding();
        Optional<ValueForm> form = encoding.form(step.form(), step.node().type().isPresent(), result);
        Optional<EncodedValue> encoded = key.isPresent()
                ? form.map(known -> known.encode(result))
                : form.flatMap(known -> encoding.tryEncode(known, result));
        HeldValue value = encoding.held(result, form, encoded);
        StepLog log = ended.context().log();
        Optional<ToStore> toStore =
                key.filter(this::isUnchanged).map(known -> toStore(known, encoded.orElseThrow(), log, ended.time()));
        toStore.ifPresent(known -> run.results().orElseThrow().remember(known.key(), known.result(), value));
        StepOutcome.Ran outcome = new StepOutcome.Ran(step.name(), reasons, ended.time(), value.bytes());
        return new Computed(outcome, value, log, ended.context().files(), toStore);
    }

    private boolean isUnchanged(StepKey key) {
        Optional<String> changed = run.keys().changed(key);
        changed.ifPresent(file -> run.warnings()
                .accept("[DATA_CHANGED] " + file + " changed while step \"" + step.name()
                        + "\" read it, so its value is not stored. Run again when the file is complete."));
        return changed.isEmpty();
    }

    private ToStore toStore(StepKey key, EncodedValue encoded, StepLog log, Duration time) {
        StepResult result = new StepResult(
                step.name(),
                Encoding.output(encoded),
                log,
                key.parts(),
                time,
                run.clock().instant(),
                RunProvenance.none());
        return new ToStore(key, result, encoded.objects());
    }
}
