package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.run.Reason;
import org.tributary.run.StepOutcome;

/** How far one step of a run is. Guarded by the lock of the run. */
final class StepState {

    /** The phases of a step; a damaged value can send it back to the first. */
    enum Phase {
        /** Some of its inputs are not there yet. */
        WAITING,
        /** A worker has it. */
        RUNNING,
        /** It has an outcome. */
        DONE
    }

    private final StepPlan origin;
    private StepPlan plan;
    private final RunScope scope;
    private final List<Integer> consumers = new ArrayList<>();
    private List<List<Integer>> elements = List.of();
    private int firstOpen;
    private boolean dropped;
    private final List<Integer> sameKey = new ArrayList<>();
    private Phase phase = Phase.WAITING;
    private boolean loaded;
    private boolean outdated;
    private boolean settled;
    private int damages;
    private int lastAsking;
    private Optional<Reason> mustRun;
    private @Nullable StepOutcome outcome;
    private @Nullable HeldValue value;
    private @Nullable StepResult result;
    private StepLog log = StepLog.EMPTY;

    StepState(StepPlan plan, RunScope scope, Optional<Reason> mustRun) {
        this.origin = plan;
        this.plan = plan;
        this.scope = scope;
        this.mustRun = mustRun;
    }

    StepPlan plan() {
        return plan;
    }

    /** What the steps of its pipeline, or of its element of a map, share. */
    RunScope scope() {
        return scope;
    }

    /** The steps that take its value, each once. */
    List<Integer> consumers() {
        return consumers;
    }

    void addConsumer(int index) {
        if (consumers.isEmpty() || consumers.get(consumers.size() - 1) != index) {
            consumers.add(index);
        }
    }

    boolean isDone() {
        return phase == Phase.DONE;
    }

    boolean isWaiting() {
        return phase == Phase.WAITING;
    }

    boolean isSettled() {
        return settled;
    }

    void settle() {
        settled = true;
    }

    boolean hasValue() {
        return value != null;
    }

    /** Whether it can no longer ask for the values of its inputs. */
    boolean cannotAsk() {
        if (phase == Phase.RUNNING) {
            return loaded;
        }
        return phase == Phase.DONE && (settled || dropped || !(outcome instanceof StepOutcome.Cached));
    }

    /** Which of its consumers might still ask for its value when that was looked at last. */
    int lastAsking() {
        return lastAsking;
    }

    void asking(int consumer) {
        lastAsking = consumer;
    }

    void start() {
        phase = Phase.RUNNING;
        loaded = false;
        outdated = false;
    }

    void load() {
        loaded = true;
    }

    /** A map whose list is known: it now waits for the results of its elements, whose steps are given. */
    void gather(StepPlan gathering, List<List<Integer>> steps) {
        plan = gathering;
        elements = steps;
        firstOpen = 0;
        phase = Phase.WAITING;
    }

    /** The steps of each element, if this is a map whose list is known. */
    List<List<Integer>> elements() {
        return elements;
    }

    /** Forgets the list of a map, which has changed. */
    void forgetElements() {
        plan = origin;
        elements = List.of();
    }

    /** The first input that was not known to be done when this was set last. */
    int firstOpen() {
        return firstOpen;
    }

    void firstOpen(int input) {
        firstOpen = input;
    }

    /** It is a step of a list that is no more: nobody is told of it. */
    void drop() {
        dropped = true;
        if (phase != Phase.RUNNING) {
            phase = Phase.DONE;
        }
    }

    boolean isDropped() {
        return dropped;
    }

    /** Sends it back, because a value that it takes or gave is no longer the one it was decided by. */
    void restart() {
        if (dropped) {
            return;
        }
        if (phase == Phase.RUNNING) {
            outdated = true;
        } else {
            phase = Phase.WAITING;
            outcome = null;
            settled = false;
        }
    }

    /** A worker gave it back undecided. */
    void giveBack() {
        phase = dropped ? Phase.DONE : Phase.WAITING;
    }

    boolean isOutdated() {
        return outdated;
    }

    /** Notes that its stored value is damaged, and gives how often that happened. */
    int damage() {
        mustRun = Optional.of(Reason.of(Reason.Kind.DAMAGED));
        return ++damages;
    }

    Optional<Reason> mustRun() {
        return mustRun;
    }

    void end(StepOutcome how, @Nullable HeldValue held, @Nullable StepResult stored, StepLog logged) {
        phase = Phase.DONE;
        outcome = how;
        value = held;
        result = stored;
        log = logged;
        mustRun = Optional.empty();
    }

    /** The value of an element, which is known from the start. */
    void know(HeldValue element) {
        phase = Phase.DONE;
        value = element;
    }

    /** Lets go of a value that nobody can ask for any more. */
    void letGo() {
        value = null;
    }

    StepOutcome outcome() {
        return present(outcome);
    }

    HeldValue value() {
        return present(value);
    }

    Optional<HeldValue> anyValue() {
        return Optional.ofNullable(value);
    }

    Optional<StepResult> result() {
        return Optional.ofNullable(result);
    }

    StepLog log() {
        return log;
    }

    /** Steps that wait for this one because they have the same key; forgotten by the call. */
    List<Integer> takeSameKey() {
        List<Integer> taken = List.copyOf(sameKey);
        sameKey.clear();
        return taken;
    }

    void addSameKey(int index) {
        sameKey.add(index);
    }

    private <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("step " + plan.name() + " is " + phase);
        }
        return part;
    }
}
