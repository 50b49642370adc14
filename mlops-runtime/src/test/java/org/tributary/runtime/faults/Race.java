package org.tributary.runtime.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tributary.runtime.faults.Child.Shim;

/** Processes that run the same pipeline over one cache, one of which is killed at a random file operation in each round. */
record Race(Bench bench, Tally tally, int rounds, long seed) {
    private static final int PROCESSES = 4;
    private static final int QUIET_ROUNDS = 5;
    private static final Duration MOST = Duration.ofSeconds(1);
    private static final String WRONG = "4 processes, one killed each round: nothing wrong";
    private static final String BLOCKED = "4 processes, one killed each round: nobody waits 1 s for the dead one";

    void run() throws IOException {
        tally.row(WRONG);
        tally.row(BLOCKED);
        Random random = new Random(seed);
        long usual = usual();
        int killed = 0;
        Place place = bench.template();
        for (int round = 0; round < rounds; round++) {
            boolean fresh = round % 2 == 0;
            place = fresh ? bench.placeFor("race-" + round) : place;
            int most = fresh ? bench.log().size() : bench.log().size() / 5;
            killed += round(place, round, random.nextInt(PROCESSES), 1 + random.nextInt(most), usual) ? 1 : 0;
        }
        tally.point(
                "4 processes, one killed each round: at least half of the victims met their death in time",
                "seed " + seed,
                killed * 2 >= rounds ? List.of() : List.of(killed + " of " + rounds + " were killed"),
                Duration.ZERO);
    }

    /** The longest that a process takes beside three others when nobody dies. */
    private long usual() throws IOException {
        long longest = 0;
        for (int round = 0; round < QUIET_ROUNDS; round++) {
            Place place = bench.placeFor("quiet-" + round);
            long start = System.nanoTime();
            for (Told told : together(place, -1, new Shim(place.root(), "", 0, 0))) {
                longest = Math.max(longest, told.endedAt() - start);
            }
            Place.delete(place.root());
        }
        return longest;
    }

    /** Whether the victim was killed. */
    private boolean round(Place place, int round, int victim, int at, long usual) throws IOException {
        String label = "round " + round + ", process " + victim + " killed at operation " + at + ", seed " + seed;
        Shim shim = new Shim(bench.folder().resolve("race-shim-" + round), "kill", at, 0);
        long start = System.nanoTime();
        List<Told> all = together(place, victim, shim);
        Told dead = all.remove(victim);
        Points.count(tally, WRONG, label, findings -> checkRight(place, all, findings), shim.folder());
        tally.point(
                BLOCKED,
                label,
                waits(all, Math.max(start, dead.endedAt()), usual),
                Duration.ofNanos(System.nanoTime() - start));
        return dead.exit() == Told.KILLED;
    }

    private List<Told> together(Place place, int victim, Shim shim) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(PROCESSES);
        List<Future<Told>> running = new ArrayList<>();
        for (int number = 0; number < PROCESSES; number++) {
            Callable<Told> run = number == victim
                    ? () -> bench.child().run(bench.text(), place, shim)
                    : () -> bench.child().run(bench.text(), place, "run");
            running.add(pool.submit(run));
        }
        pool.shutdown();
        List<Told> told = new ArrayList<>();
        for (Future<Told> one : running) {
            told.add(await(one));
        }
        return told;
    }

    private static Told await(Future<Told> running) throws IOException {
        try {
            return running.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("a process could not be run", e);
        }
    }

    private void checkRight(Place place, List<Told> survivors, Findings findings) throws IOException {
        for (Told told : survivors) {
            findings.expect(told.exit() == 0 && !told.hasNoticed(), "a survivor was not clean: " + told.lines());
            findings.expect(told.foreignLine().isEmpty(), "foreign output: " + told.lines());
            findings.expect(bench.values().get("render").equals(told.values().get("render")), "wrong value");
        }
        findings.expectSame(place.digests("objects"), bench.objects(), "objects");
        findings.expect(bench.stored(place).equals(Set.copyOf(ThreeSteps.STEPS)), "results missing");
        findings.expect(Files.notExists(place.kind("damaged")), "something was set aside");
        findings.expect(place.verify().isEmpty(), "verify finds " + place.verify());
    }

    private static List<String> waits(List<Told> survivors, long death, long usual) {
        Findings findings = new Findings();
        for (Told told : survivors) {
            Duration longer = Duration.ofNanos(told.endedAt() - death - usual);
            findings.expect(longer.compareTo(MOST) <= 0, "ended " + longer + " later than usual after the death");
        }
        return findings.all();
    }
}
