package org.tributary.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Pieces of work that the caller and an executor's threads share; each piece is done by whoever comes to it first.
 *
 * @param pieces in the order of their results
 */
record SharedWork<R>(List<FutureTask<R>> pieces) {

    static <T, R> SharedWork<R> of(List<T> values, Function<T, R> work) {
        List<FutureTask<R>> pieces = new ArrayList<>();
        values.forEach(value -> pieces.add(new FutureTask<>(() -> work.apply(value))));
        return new SharedWork<>(pieces);
    }

    /**
     * Does the work, and throws what a piece threw: the first of them in order.
     *
     * @throws InterruptedException the calling thread was interrupted
     */
    List<R> run(Executor executor) throws InterruptedException {
        try {
            offer(executor);
            for (FutureTask<R> piece : pieces) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted before all columns were looked at");
                }
                piece.run();
            }
            return results();
        } finally {
            pieces.forEach(piece -> piece.cancel(false));
        }
    }

    private void offer(Executor executor) {
        try {
            pieces.forEach(executor::execute);
        } catch (RejectedExecutionException refused) {
            // Then the caller does what the executor did not take.
        }
    }

    private List<R> results() throws InterruptedException {
        List<R> results = new ArrayList<>();
        for (Future<R> piece : pieces) {
            results.add(result(piece));
        }
        return results;
    }

    private static <R> R result(Future<R> piece) throws InterruptedException {
        try {
            return piece.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException("a column throws no checked exception", cause);
        }
    }
}
