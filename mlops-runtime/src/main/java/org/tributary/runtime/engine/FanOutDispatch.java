package org.tributary.runtime.engine;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tributary.run.FanOut;

/**
 * Gives the steps of maps' elements to a {@link FanOut}, as many at a time as are ready. Some threads wait for it, so that one
 * slow element does not keep the others from their next step.
 *
 * @param fanOut where the steps run
 * @param waiting the threads that wait
 */
record FanOutDispatch(FanOut fanOut, ThreadPoolExecutor waiting) {

    /**
     * Runs batches until there are none; returns when they have ended.
     *
     * @param batches gives the work that is ready now, empty if there is none
     * @param lost takes work that the fan-out did not do, and why
     */
    <T extends Runnable> void work(Supplier<List<T>> batches, Consumer<Lost<T>> lost) {
        for (List<T> batch = batches.get(); !batch.isEmpty(); batch = batches.get()) {
            try {
                fanOut.run(batch.stream().map(FanOutDispatch::task).toList());
            } catch (ExecutionException | RuntimeException | Error e) {
                lost.accept(new Lost<>(batch, e));
            } catch (InterruptedException cancelled) {
                return;
            }
        }
    }

    /** Work that may not have been done. */
    record Lost<T>(List<T> batch, Throwable cause) {}

    private static Callable<Boolean> task(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }
}
