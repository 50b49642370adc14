package org.tributary.runtime.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tributary.runtime.engine.StepPlan.Kind;

/**
 * Makes outcomes final where nothing of the run can ask for the value any more: only then is a cached step replayed, since until
 * then its value may turn out to be damaged. Guarded by the lock of the run.
 */
final class Settlement {

    private final List<StepState> steps;
    private final Outcomes outcomes;
    private final ExportStage exports;
    private final BooleanSupplier cancelled;

    /**
     * Over the steps of a run.
     *
     * @param steps by position; may grow
     * @param cancelled whether nothing is exported any more
     */
    Settlement(List<StepState> steps, Outcomes outcomes, ExportStage exports, BooleanSupplier cancelled) {
        this.steps = steps;
        this.outcomes = outcomes;
        this.exports = exports;
        this.cancelled = cancelled;
    }

    /** Settles the steps whose values a step takes, as far as possible. */
    void ofInputs(StepState state) {
        state.plan().inputs().forEach(input -> of(steps.get(input.producer())));
    }

    /** Settles a step, and up the graph what only it could have asked for. */
    void of(StepState first) {
        Deque<StepState> candidates = new ArrayDeque<>(List.of(first));
        List<StepState> over = new ArrayList<>();
        while (!candidates.isEmpty()) {
            StepState state = candidates.poll();
            if (state.isDone() && !state.isSettled() && isOver(state)) {
                state.settle();
                if (state.plan().kind() == Kind.ELEMENT) {
                    state.letGo();
                } else if (!state.isDropped()) {
                    over.add(state);
                }
                state.plan().inputs().forEach(input -> candidates.add(steps.get(input.producer())));
            }
        }
        over.sort(Comparator.comparing(state -> state.plan().rank()));
        over.forEach(outcomes::settled);
    }

    private boolean isOver(StepState state) {
        return !(exports.wants(state) && !cancelled.getAsBoolean()) && nobodyAsks(state);
    }

    /** Looks first at the consumer that might ask the last time, so that a fan of n steps takes n looks and not n * n. */
    private boolean nobodyAsks(StepState state) {
        List<Integer> consumers = state.consumers();
        for (int i = 0; i < consumers.size(); i++) {
            int at = (state.lastAsking() + i) % consumers.size();
            if (asks(steps.get(consumers.get(at)), state)) {
                state.asking(at);
                return false;
            }
        }
        return true;
    }

    /** A map whose list is known asks for the results of its elements only; most of them were added after it. */
    private static boolean asks(StepState consumer, StepState producer) {
        return !consumer.cannotAsk()
                && (consumer.plan().kind() != Kind.GATHER
                        || producer.plan().index() > consumer.plan().index()
                        || consumer.plan().takes(producer.plan().index()));
    }
}
