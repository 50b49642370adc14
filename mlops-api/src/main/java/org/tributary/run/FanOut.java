package org.tributary.run;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Runs the elements of a map: on the threads of this process, or elsewhere.
 *
 * <p><b>Contract:</b> every task is called exactly once; results come back in the order of the tasks; tasks may run at the same
 * time and in any order; {@code run} returns only when all have ended. A task gives its failure as its result, so a task that
 * throws is a fault of the runner and is thrown on after all have ended. <b>Threads:</b> safe for concurrent calls.
 * <b>Contract test:</b> extend {@code FanOutContract} of mlops-testkit.
 */
public interface FanOut {

    /**
     * Runs all tasks and blocks until they have ended.
     *
     * @return the results in the order of the tasks
     * @throws InterruptedException if the calling thread is interrupted; tasks that run are interrupted first and waited for, and
     *     those that have not begun are not called
     * @throws ExecutionException if a task threw
     */
    <R> List<R> run(List<? extends Callable<R>> tasks) throws InterruptedException, ExecutionException;
}
