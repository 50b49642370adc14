package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tributary.pipeline.PipelineException;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.AttemptContext.KeptFile;
import org.tributary.runtime.engine.Completion.Computed;
import org.tributary.runtime.engine.Completion.Failure;
import org.tributary.runtime.engine.Completion.Hit;
import org.tributary.runtime.engine.Completion.ToStore;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.tracking.RunStatus;

/** What follows when a step has an outcome: it is made durable, tracked and announced. Guarded by the lock of the run. */
final class Outcomes {

    private final RunScope scope;
    private final BackgroundQueue durable;
    private final Set<Logged> logged = new HashSet<>();

    /** What was logged in one tracked run. */
    private record Logged(RunTracking run, String key) {}

    Outcomes(RunScope scope, BackgroundQueue durable) {
        this.scope = scope;
        this.durable = durable;
    }

    /** The completion itself, or a failure if a stored log uses a name that another step of this run uses too. */
    Completion check(StepState state, Completion completion) {
        if (completion instanceof Hit hit) {
            String step = state.plan().name();
            try {
                state.scope().claims().claimAll(hit.result().log(), hit.key().key(), step);
            } catch (PipelineException e) {
                return new Failure(new StepOutcome.Failed(step, e, 0, Duration.ZERO), StepLog.EMPTY, List.of());
            }
        }
        return completion;
    }

    /** A step was computed or failed; a hit waits until it is settled. */
    void ended(StepState state, Completion completion) {
        if (completion instanceof Computed computed) {
            track(state, computed.artifacts());
            computed.toStore()
                    .ifPresentOrElse(
                            toStore -> durable.add(() -> {
                                store(state.plan().name(), toStore, computed);
                                announce(state, computed.outcome());
                            }),
                            () -> announce(state, computed.outcome()));
        } else if (completion instanceof Failure failure) {
            track(state, failure.artifacts());
            announce(state, failure.outcome());
        }
    }

    /** Nothing can change the outcome any more: a cached step is replayed, a skipped one is told. */
    void settled(StepState state) {
        StepOutcome outcome = state.outcome();
        if (outcome instanceof StepOutcome.Cached) {
            replay(state);
        }
        if (outcome instanceof StepOutcome.Cached || outcome instanceof StepOutcome.Skipped) {
            announce(state, outcome);
        }
        state.scope().element().filter(element -> element.isLast(outcome)).ifPresent(element -> {
            RunStatus status = element.status(scope.cancelled().get());
            durable.add(() -> state.scope().tracking().endChild(status));
        });
    }

    /** The element of a map that a step is of is no more: its list turned out to be another one. */
    void abandoned(StepState state) {
        RunTracking tracking = state.scope().tracking();
        durable.add(() -> tracking.endChild(RunStatus.KILLED));
    }

    private void replay(StepState state) {
        RunTracking tracking = state.scope().tracking();
        if (tracking.isOn() && isNew(state)) {
            state.result().map(StepResult::parts).ifPresent(tracking::data);
            tracking.metrics(state.log().metrics());
            tracking.log(state.log(), this::stored);
        }
        warn(state);
    }

    /** Whether no step with the same key has logged the same in this run. */
    private boolean isNew(StepState state) {
        return state.result()
                .map(result -> result.parts().key() + (result.log().isNamed() ? result.step() : ""))
                .map(key -> logged.add(new Logged(state.scope().tracking(), key)))
                .orElse(true);
    }

    private void track(StepState state, List<KeptFile> artifacts) {
        RunTracking tracking = state.scope().tracking();
        if (tracking.isOn() && isNew(state)) {
            if (state.plan().options().retries() > 0) {
                tracking.metrics(state.log().metrics());
            }
            tracking.log(state.log(), RunTracking.kept(artifacts));
        }
        warn(state);
    }

    private void warn(StepState state) {
        state.log()
                .warnings()
                .forEach(text -> scope.warnings().accept(state.plan().name() + ": " + text));
    }

    private void store(String step, ToStore toStore, Computed computed) {
        try {
            String digest = toStore.result().output().root().digest();
            StepResult result = toStore.result()
                    .withProvenance(scope.provenances().of(step, toStore.key().parts(), digest));
            scope.results().orElseThrow().store(toStore.key(), result, toStore.objects(), computed.artifacts());
            computed.value().release();
        } catch (IOException | RuntimeException | Error e) {
            scope.warnings()
                    .accept("[CACHE_WRITE_FAILED] the value of step \"" + step
                            + "\" was not stored and is computed again by the next run: " + e.getMessage());
        }
    }

    private void announce(StepState state, StepOutcome outcome) {
        state.scope().tracking().outcome(state.plan().template().name(), outcome);
        scope.listener().onStepFinished(outcome);
    }

    private Path stored(ObjectRef ref) throws IOException {
        return scope.folders().keep(scope.encoding().objects().read(ref)).file();
    }
}
