package org.tributary.runtime.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;
import org.tributary.run.Reason;
import org.tributary.run.RunOptions;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Completion.Computed;
import org.tributary.runtime.engine.Completion.DamagedInput;
import org.tributary.runtime.engine.Completion.Expanded;
import org.tributary.runtime.engine.Completion.Failure;
import org.tributary.runtime.engine.Completion.Hit;
import org.tributary.runtime.engine.Completion.SameKey;
import org.tributary.runtime.engine.Completion.ToStore;
import org.tributary.runtime.engine.StepPlan.InputPlan;
import org.tributary.runtime.engine.StepPlan.Kind;

/**
 * Drives one run: gives steps to workers as their inputs come in, and settles their outcomes.
 *
 * <p>One lock guards all state. The thread that has computed a step does under that lock what follows from it; the caller of
 * {@link #run} only waits. There is no recursion over the graph, so it may be as deep as memory allows.
 */
final class RunExecution {

    /** With what tracking takes after it, a cancelled run ends within 2 s. */
    private static final Duration CANCEL_TIME = Duration.ofSeconds(1);

    private static final int MOST_DAMAGES = 3;

    private final RunScope scope;
    private final Settlement settlement;
    private final StepGraph graph;
    private final RunOptions options;
    private final List<StepState> steps = new ArrayList<>();
    private final Crew crew;
    private final Outcomes outcomes;
    private final ExportStage exports;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean cancelled;
    private boolean stopped;
    private boolean over;

    RunExecution(
            RunScope scope,
            RunPlan plan,
            RunOptions options,
            ThreadPoolExecutor workers,
            Optional<FanOutDispatch> fanOut,
            Outcomes outcomes,
            ExportStage exports) {
        this.scope = scope;
        this.crew = new Crew(new Work(), workers, fanOut, lock);
        this.outcomes = outcomes;
        this.exports = exports;
        this.settlement = new Settlement(steps, outcomes, exports, () -> cancelled);
        this.graph = plan.graph();
        this.options = options;
        graph.steps().forEach(step -> add(step, scope));
    }

    /** Runs until every step has an outcome; the states are then final. */
    void run() {
        lock.lock();
        try {
            steps.forEach(state -> readyIfPossible(state.plan().index()));
            do {
                awaitCrew();
                skipRest();
            } while (!cancelled && exportsWantMore());
            if (cancelled) {
                giveUp();
            }
            over = true;
            steps.forEach(settlement::of);
        } finally {
            lock.unlock();
        }
    }

    /** The states of all steps by position, which is how the graph names them. */
    List<StepState> states() {
        return List.copyOf(steps);
    }

    private void add(StepPlan step, RunScope home) {
        boolean force = step.isAmong(options.force());
        steps.add(new StepState(step, home, force ? Optional.of(Reason.of(Reason.Kind.FORCED)) : Optional.empty()));
        step.inputs().forEach(input -> steps.get(input.producer()).addConsumer(step.index()));
    }

    boolean wasCancelled() {
        return cancelled;
    }

    private void awaitCrew() {
        try {
            crew.await();
        } catch (InterruptedException e) {
            cancel();
        }
    }

    private void cancel() {
        cancelled = true;
        crew.stop();
        scope.cancelled().set(true);
    }

    /** What the crew works on. */
    private final class Work implements Crew.Site {

        @Override
        public Crew.@Nullable Turn begin(int step) {
            StepState state = steps.get(step);
            if (!state.isWaiting() || !hasInputs(state)) {
                return null;
            }
            state.start();
            StepWorker worker =
                    new StepWorker(state.scope(), state.plan(), inputs(state), state.mustRun(), () -> loaded(state));
            return new Crew.Turn(state, worker);
        }

        @Override
        public void done(StepState state, Completion completion) {
            if (!over) {
                handle(state, completion);
            }
        }
    }

    private void loaded(StepState state) {
        lock.lock();
        try {
            if (!over) {
                state.load();
                settlement.ofInputs(state);
            }
        } finally {
            lock.unlock();
        }
    }

    private void handle(StepState state, Completion completion) {
        if (state.isDropped()) {
            state.giveBack();
            forget(state);
            release(state);
        } else if (cancelled) {
            completeLate(state, completion);
        } else if (state.isOutdated()) {
            state.giveBack();
            forget(state);
            readyIfPossible(state.plan().index());
        } else {
            complete(state, completion);
        }
    }

    /** What a step gave after the run was cancelled still counts, and wakes nobody. */
    private void completeLate(StepState state, Completion completion) {
        if (completion instanceof Hit || completion instanceof Computed || completion instanceof Failure) {
            outcomes.ended(state, end(state, completion));
        }
    }

    private void stopAfter(Completion completion) {
        if (options.failFast() && completion instanceof Failure) {
            stopped = true;
            crew.stop();
        }
    }

    /** Gives every step that a failure has stopped an outcome. */
    private void skipRest() {
        for (StepState state : steps) {
            if (stopped && !cancelled && state.isWaiting()) {
                skip(state, "the run stops at the first failure");
            }
        }
    }

    private void skip(StepState state, String because) {
        state.end(new StepOutcome.Skipped(state.plan().name(), because), null, null, StepLog.EMPTY);
    }

    /** Writes exports; true if one of them needs a step to run again. */
    private boolean exportsWantMore() {
        for (StepState state : steps) {
            if (Thread.interrupted()) {
                cancel();
                return false;
            }
            if (exports.wants(state) && !export(state)) {
                return true;
            }
        }
        return false;
    }

    /** Exports a value; if it turns out to be damaged its step runs again. */
    private boolean export(StepState state) {
        try {
            exports.write(state);
            return true;
        } catch (IOException e) {
            return !damaged(state.plan().index(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            fail(state, e);
            return true;
        }
    }

    private void fail(StepState state, Throwable cause) {
        StepOutcome.Failed failed = new StepOutcome.Failed(state.plan().name(), cause, 1, Duration.ZERO);
        outcomes.ended(state, end(state, new Failure(failed, StepLog.EMPTY, List.of())));
    }

    private void complete(StepState state, Completion completion) {
        if (completion instanceof DamagedInput damage) {
            state.giveBack();
            release(state);
            damagedInput(state, damage);
        } else if (completion instanceof SameKey same) {
            state.giveBack();
            waitForSameKey(state, same.owner());
        } else if (completion instanceof Expanded expanded) {
            expand(state, expanded.elements());
        } else {
            Optional<String> before = digest(state);
            Completion ended = end(state, completion);
            stopAfter(ended);
            outcomes.ended(state, ended);
            forget(state);
            release(state);
            wakeConsumers(state, before);
            settlement.ofInputs(state);
            settlement.of(state);
        }
    }

    private Completion end(StepState state, Completion completion) {
        Completion checked = outcomes.check(state, completion);
        if (checked instanceof Hit hit) {
            StepOutcome.Cached cached = new StepOutcome.Cached(
                    state.plan().name(),
                    hit.result().time(),
                    hit.result().output().bytes());
            state.end(cached, hit.value(), hit.result(), hit.result().log());
        } else if (checked instanceof Computed computed) {
            StepResult result = computed.toStore().map(ToStore::result).orElse(null);
            state.end(computed.outcome(), computed.value(), result, computed.log());
        } else if (checked instanceof Failure failure) {
            state.end(failure.outcome(), null, null, failure.log());
        }
        return checked;
    }

    /** Adds the steps of a map's elements, and lets the map wait for their results. */
    private void expand(StepState map, List<Element> elements) {
        List<StepGraph.Added> added = graph.add(map.plan(), elements);
        List<List<Integer>> members = new ArrayList<>(added.size());
        for (StepGraph.Added element : added) {
            RunScope home = element.steps().isEmpty()
                    ? map.scope()
                    : map.scope().child(element.head().name());
            add(element.head(), home);
            steps.get(element.head().index()).know(element.element().value());
            element.steps().forEach(step -> add(step, home));
            element.steps().forEach(step -> home.tracking().settings(step.node()));
            home.element().ifPresent(run -> run.expect(element.steps().size()));
            members.add(element.steps().stream().map(StepPlan::index).toList());
        }
        List<InputPlan> results = added.stream().map(StepGraph.Added::result).toList();
        map.gather(map.plan().gathering(results), members);
        results.forEach(
                result -> steps.get(result.producer()).addConsumer(map.plan().index()));
        members.forEach(element -> element.forEach(this::readyIfPossible));
        readyIfPossible(map.plan().index());
    }

    /** Forgets the elements of a map whose list has changed. */
    private void forgetElements(StepState first) {
        Deque<StepState> maps = new ArrayDeque<>(List.of(first));
        while (!maps.isEmpty()) {
            StepState map = maps.poll();
            for (List<Integer> element : map.elements()) {
                element.forEach(member -> steps.get(member).drop());
                element.forEach(member -> maps.add(steps.get(member)));
                element.stream().findFirst().map(steps::get).ifPresent(outcomes::abandoned);
            }
            map.forgetElements();
        }
    }

    private static Optional<String> digest(StepState state) {
        return state.anyValue().flatMap(value -> value.digest(Optional.empty()));
    }

    private void forget(StepState state) {
        scope.inFlight().values().remove(state.plan().index());
    }

    private void release(StepState state) {
        state.takeSameKey().forEach(this::readyIfPossible);
    }

    private void waitForSameKey(StepState state, int owner) {
        if (steps.get(owner).isDone()) {
            readyIfPossible(state.plan().index());
        } else {
            steps.get(owner).addSameKey(state.plan().index());
        }
    }

    private void damagedInput(StepState state, DamagedInput damage) {
        boolean replaced = steps.get(damage.producer())
                .anyValue()
                .filter(damage.value()::equals)
                .isEmpty();
        if (replaced) {
            readyIfPossible(state.plan().index());
        } else {
            damaged(damage.producer(), damage.message());
        }
    }

    /** Sends the producer of a damaged value back; false if that was done too often and its consumers must fail. */
    private boolean damaged(int producer, String message) {
        StepState state = steps.get(producer);
        if (!state.isDone()) {
            return true;
        }
        scope.warnings()
                .accept("[CACHE_DAMAGED] the stored value of step \""
                        + state.plan().name() + "\" is damaged and computed again: " + message);
        if (state.damage() > MOST_DAMAGES) {
            fail(state, damagedAgain(state, message));
            forget(state);
            release(state);
            skipConsumers(state);
            return false;
        }
        state.restart();
        readyIfPossible(producer);
        return true;
    }

    private static PipelineException damagedAgain(StepState state, String message) {
        return new PipelineException(
                "[CACHE_DAMAGED_AGAIN] the value of step \"" + state.plan().name()
                        + "\" was computed and stored " + MOST_DAMAGES + " times and was damaged each time: " + message
                        + ". Check the disk, or run without cache.");
    }

    private void wakeConsumers(StepState state, Optional<String> before) {
        if (!state.hasValue()) {
            skipConsumers(state);
            return;
        }
        boolean changed = before.isPresent() && !before.equals(digest(state));
        for (int consumer : List.copyOf(state.consumers())) {
            if (changed && !steps.get(consumer).isWaiting()) {
                restartFrom(consumer);
            }
            readyIfPossible(consumer);
        }
    }

    /** Sends back every step that was decided by a value that has changed since. */
    private void restartFrom(int first) {
        Deque<Integer> affected = new ArrayDeque<>(List.of(first));
        while (!affected.isEmpty()) {
            StepState state = steps.get(affected.poll());
            boolean wasDone = state.isDone();
            forgetElements(state);
            state.restart();
            if (wasDone) {
                affected.addAll(state.consumers());
            }
        }
    }

    private void skipConsumers(StepState state) {
        Deque<Integer> affected = new ArrayDeque<>(state.consumers());
        String because = state.outcome()
                .<String>fold(
                        ran -> "",
                        cached -> "",
                        failed -> "step \"" + failed.step() + "\" failed",
                        StepOutcome.Skipped::because);
        while (!affected.isEmpty()) {
            StepState consumer = steps.get(affected.poll());
            if (consumer.isWaiting() && consumer.plan().kind() == Kind.GATHER) {
                readyIfPossible(consumer.plan().index());
            } else if (consumer.isWaiting()) {
                skip(consumer, because);
                forget(consumer);
                release(consumer);
                affected.addAll(consumer.consumers());
            }
        }
    }

    /** Queues a step that has all inputs; skips one that can never have them. */
    private void readyIfPossible(int index) {
        StepState state = steps.get(index);
        if (state.isWaiting() && state.plan().kind() == Kind.GATHER) {
            gatherIfPossible(state);
        } else if (state.isWaiting()) {
            Optional<StepState> lost = producers(state)
                    .filter(producer -> producer.isDone() && !producer.hasValue())
                    .findFirst();
            lost.ifPresent(this::skipConsumers);
            if (lost.isEmpty() && hasInputs(state)) {
                crew.add(state.plan(), state.scope().element().isPresent());
            }
        }
    }

    /** Queues a map all of whose elements gave a result, or fails it when all have ended and some did not. */
    private void gatherIfPossible(StepState map) {
        List<InputPlan> results = map.plan().inputs();
        int at = map.firstOpen();
        while (at < results.size() && steps.get(results.get(at).producer()).isDone()) {
            at++;
        }
        map.firstOpen(at);
        if (at == results.size() && hasInputs(map)) {
            crew.add(map.plan(), false);
        } else if (at == results.size() && producers(map).allMatch(StepState::isDone)) {
            map.start();
            complete(map, new Failure(MapFailure.of(map, steps), StepLog.EMPTY, List.of()));
        }
    }

    private Stream<StepState> producers(StepState state) {
        return state.plan().inputs().stream().map(input -> steps.get(input.producer()));
    }

    private boolean hasInputs(StepState state) {
        return producers(state).allMatch(producer -> producer.isDone() && producer.hasValue());
    }

    private List<HeldValue> inputs(StepState state) {
        return producers(state).map(StepState::value).toList();
    }

    /** Interrupts what runs, waits for it a little, and gives every other step an outcome. */
    private void giveUp() {
        crew.interrupt(CANCEL_TIME);
        for (StepState state : steps) {
            if (!state.isDone() && !state.isDropped()) {
                state.end(unfinished(state), null, null, StepLog.EMPTY);
            }
        }
    }

    private static StepOutcome unfinished(StepState state) {
        String name = state.plan().name();
        if (state.isWaiting()) {
            return new StepOutcome.Skipped(name, "the run was cancelled");
        }
        CancellationException cause = new CancellationException(
                "the run was cancelled, and the step did not end within " + CANCEL_TIME.toSeconds() + " s");
        return new StepOutcome.Failed(name, cause, 1, CANCEL_TIME);
    }
}
