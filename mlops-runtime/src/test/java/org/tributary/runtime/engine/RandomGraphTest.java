package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.store.FaultyStore;
import org.tributary.tracking.Tracker;

/** Random graphs with failures, uncached steps, parts and changed settings behave as a naive evaluation says. */
final class RandomGraphTest {

    private static final long SEED = 20261124;
    private static final int GRAPHS = 40;

    @TempDir
    Path folder;

    /** Two numbers. */
    record Two(long left, long right) {}

    record Start(long number) implements Source<Long> {
        @Override
        public Long run(StepContext context) {
            return number;
        }
    }

    record Mix(long salt, boolean fails) implements BiStep<Long, Long, Long> {
        @Override
        public Long run(Long first, Long second, StepContext context) {
            return mix(salt, fails, first, second);
        }
    }

    record Split(long salt, boolean fails) implements Step<Long, Two> {
        @Override
        public Two run(Long number, StepContext context) {
            long mixed = mix(salt, fails, number, number);
            return new Two(mixed / 2, mixed % 2);
        }
    }

    /** Gives few different values, so that early ends of waves and equal keys happen. */
    private static long mix(long salt, boolean fails, long first, long second) {
        if (fails) {
            throw new IllegalStateException("planned");
        }
        return Math.floorMod(31 * first + 7 * second + salt, 5);
    }

    /** One planned step; inputs are earlier positions, and a part of a split where the step before is one. */
    private record Plan(boolean split, int first, int second, boolean left, long salt, boolean fails, boolean cached) {

        Plan with(long otherSalt, boolean failing) {
            return new Plan(split, first, second, left, otherSalt, failing, cached);
        }
    }

    private static List<Plan> plan(Random random) {
        List<Plan> plans = new ArrayList<>();
        int size = 2 + random.nextInt(14);
        for (int i = 0; i < size; i++) {
            int before = Math.max(1, i);
            plans.add(new Plan(
                    i > 0 && random.nextInt(4) == 0,
                    random.nextInt(before),
                    random.nextInt(before),
                    random.nextBoolean(),
                    random.nextInt(3),
                    i > 0 && random.nextInt(10) == 0,
                    random.nextInt(6) > 0));
        }
        return plans;
    }

    private static Pipeline<Long> pipeline(List<Plan> plans) {
        return Pipeline.define("random", p -> {
            List<Node<Long>> values = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                Plan plan = plans.get(i);
                StepOptions options = plan.cached() ? Steps.KEYED : Steps.KEYED.uncached();
                if (i == 0) {
                    values.add(p.add("s0", new Start(plan.salt()), options));
                } else if (plan.split()) {
                    Node<Two> two =
                            p.add("s" + i, new Split(plan.salt(), plan.fails()), values.get(plan.first()), options);
                    values.add(plan.left() ? two.part("left", Two::left) : two.part("right", Two::right));
                } else {
                    Mix mix = new Mix(plan.salt(), plan.fails());
                    values.add(p.add("s" + i, mix, values.get(plan.first()), values.get(plan.second()), options));
                }
            }
            return values.get(values.size() - 1);
        });
    }

    /** The value of each step that gives one, computed by hand. */
    private static Map<Integer, Long> evaluate(List<Plan> plans) {
        Map<Integer, Long> values = new HashMap<>();
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            if (i == 0) {
                values.put(0, plan.salt());
            } else if (!plan.fails() && values.containsKey(plan.first())) {
                long first = values.get(plan.first());
                if (plan.split()) {
                    long mixed = mix(plan.salt(), false, first, first);
                    values.put(i, plan.left() ? mixed / 2 : mixed % 2);
                } else if (values.containsKey(plan.second())) {
                    values.put(i, mix(plan.salt(), false, first, values.get(plan.second())));
                }
            }
        }
        return values;
    }

    @Test
    void graphs_atRandom_behaveAsTheNaiveEvaluation() {
        for (int graph = 0; graph < GRAPHS; graph++) {
            long seed = SEED + graph;
            Random random = new Random(seed);
            List<Plan> plans = plan(random);
            Path cache = folder.resolve("cache-" + graph);
            String name = "seed " + seed;

            RunReport<Long> first = run(plans, cache);
            check(name + ", first run", plans, first);
            RunReport<Long> second = run(plans, cache);
            check(name + ", second run", plans, second);
            checkCached(name + ", second run", plans, second);

            List<Plan> changed = new ArrayList<>(plans);
            int which = random.nextInt(plans.size());
            changed.set(which, plans.get(which).with(plans.get(which).salt() + 1, false));
            RunReport<Long> third = run(changed, cache);
            check(name + ", changed s" + which, changed, third);
            checkUpstream(name + ", changed s" + which, changed, which, third);
            checkCached(name + ", changed and run again", changed, run(changed, cache));
        }
    }

    private RunReport<Long> run(List<Plan> plans, Path cache) {
        return LocalRunner.builder()
                .cache(cache)
                .work(folder.resolve("work"))
                .threads(3)
                .git(GitState::none)
                .extension(new Extension() {})
                .tracker(Tracker.noop())
                .store(warnings -> FaultyStore.nextProcess(cache, warnings))
                .build()
                .run(pipeline(plans));
    }

    /** One outcome a step, the right one, with the right value. */
    private static void check(String name, List<Plan> plans, RunReport<Long> report) {
        Map<Integer, Long> values = evaluate(plans);
        assertThat(report.steps()).as(name).hasSize(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            String word = report.step("s" + i).word();
            if (values.containsKey(i)) {
                Plan plan = plans.get(i);
                String value = plan.split() ? "s" + i + (plan.left() ? ".left" : ".right") : "s" + i;
                assertThat(word).as(name + ", s" + i).isIn("RAN", "CACHED");
                assertThat(report.value(value, Long.class))
                        .as(name + ", " + value)
                        .isEqualTo(values.get(i));
            } else {
                boolean inputs = values.containsKey(plans.get(i).first())
                        && (plans.get(i).split()
                                || values.containsKey(plans.get(i).second()));
                assertThat(word).as(name + ", s" + i).isEqualTo(inputs ? "FAILED" : "SKIPPED");
            }
        }
    }

    /** What was computed before and is cacheable is not computed again. */
    private static void checkCached(String name, List<Plan> plans, RunReport<Long> report) {
        for (int i = 0; i < plans.size(); i++) {
            StepOutcome outcome = report.step("s" + i);
            if (plans.get(i).cached() && !outcome.word().equals("FAILED")) {
                assertThat(outcome.word()).as(name + ", s" + i).isIn("CACHED", "SKIPPED");
            }
        }
    }

    /** A change is felt by the steps below it only. */
    private static void checkUpstream(String name, List<Plan> plans, int changed, RunReport<Long> report) {
        Set<Integer> below = new HashSet<>(Set.of(changed));
        for (int i = 1; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            if (below.contains(plan.first()) || (!plan.split() && below.contains(plan.second()))) {
                below.add(i);
            }
            if (!below.contains(i)
                    && plan.cached()
                    && !report.step("s" + i).word().equals("FAILED")) {
                assertThat(report.step("s" + i).word()).as(name + ", s" + i).isIn("CACHED", "SKIPPED");
            }
        }
    }
}
