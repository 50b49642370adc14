package org.tributary.runtime.engine;

import org.tributary.run.StepOutcome;
import org.tributary.tracking.RunStatus;

/** Knows when all steps of one element of a map are over. Guarded by the lock of the run. */
final class ElementRun {

    private int left;
    private boolean isIncomplete;

    /** Expects this many outcomes more. */
    void expect(int steps) {
        left += steps;
    }

    /** Takes one outcome that is final; true if it was the last. */
    boolean isLast(StepOutcome outcome) {
        isIncomplete |= outcome instanceof StepOutcome.Failed || outcome instanceof StepOutcome.Skipped;
        return --left == 0;
    }

    RunStatus status(boolean cancelled) {
        if (cancelled && isIncomplete) {
            return RunStatus.KILLED;
        }
        return isIncomplete ? RunStatus.FAILED : RunStatus.FINISHED;
    }
}
