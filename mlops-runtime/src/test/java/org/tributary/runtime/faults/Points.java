package org.tributary.runtime.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Tries points, several at once.
 *
 * @param most how many points of a sweep are tried, evenly spread; 0 for all
 * @param threads how many at once
 */
record Points(int most, int threads) {
    /** Tries one point in a folder of its own. */
    @FunctionalInterface
    interface Attempt<P> {
        void at(P point) throws IOException;
    }

    /** The first, the last and those in between that are evenly spread. */
    <P> List<P> sample(List<P> all) {
        if (most == 0 || all.size() <= most) {
            return all;
        }
        List<P> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * (all.size() - 1) / Math.max(1, most - 1))));
        }
        return some;
    }

    <P> void each(List<P> points, Attempt<P> attempt) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Void>> tried = new ArrayList<>();
        for (P point : points) {
            Callable<Void> task = () -> {
                attempt.at(point);
                return null;
            };
            tried.add(pool.submit(task));
        }
        pool.shutdown();
        for (Future<Void> one : tried) {
            await(one);
        }
    }

    private static void await(Future<Void> tried) throws IOException {
        try {
            tried.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("a point could not be tried", e);
        }
    }

    /** Checks one point, counts it, and removes its folders unless it was missed. */
    static void count(Tally tally, String row, String point, Check check, Path... folders) throws IOException {
        long start = System.nanoTime();
        Findings findings = new Findings();
        check.into(findings);
        tally.point(row, point, findings.all(), Duration.ofNanos(System.nanoTime() - start));
        if (findings.all().isEmpty()) {
            for (Path folder : folders) {
                Place.delete(folder);
            }
        }
    }

    /** Notes what is wrong. */
    @FunctionalInterface
    interface Check {
        void into(Findings findings) throws IOException;
    }
}
