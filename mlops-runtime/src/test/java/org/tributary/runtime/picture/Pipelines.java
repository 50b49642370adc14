package org.tributary.runtime.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Graph;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;
import org.tributary.pipeline.TriStep;

/** Pipelines to draw; none is ever run. */
final class Pipelines {

    private Pipelines() {}

    /** What flows: its name is short. */
    record Rows(int count) {}

    /** Two parts. */
    record Parts(Rows train, Rows test) {}

    /** A list of parts. */
    record Read(String path) implements Source<Rows> {
        @Override
        public Rows run(StepContext context) {
            return new Rows(1);
        }
    }

    record Change(String how, int times) implements Step<Rows, Rows> {
        @Override
        public Rows run(Rows rows, StepContext context) {
            return rows;
        }
    }

    record Split(double share) implements Step<Rows, Parts> {
        @Override
        public Parts run(Rows rows, StepContext context) {
            return new Parts(rows, rows);
        }
    }

    record Folds(int count) implements Step<Rows, List<Parts>> {
        @Override
        public List<Parts> run(Rows rows, StepContext context) {
            return List.of();
        }
    }

    record Each() implements Step<Parts, Rows> {
        @Override
        public Rows run(Parts parts, StepContext context) {
            return parts.test();
        }
    }

    record Collect() implements Step<List<?>, Rows> {
        @Override
        public Rows run(List<?> list, StepContext context) {
            return new Rows(list.size());
        }
    }

    record Join() implements BiStep<Rows, Rows, Rows> {
        @Override
        public Rows run(Rows first, Rows second, StepContext context) {
            return first;
        }
    }

    record Join3() implements TriStep<Rows, Rows, Rows, Rows> {
        @Override
        public Rows run(Rows first, Rows second, Rows third, StepContext context) {
            return first;
        }
    }

    /** The usual one: parts, a line past a step, an export. */
    static Pipeline<Rows> training() {
        return Pipeline.define("training", p -> {
            Node<Parts> split = p.add("ingest", new Read("data/rows.csv"))
                    .then("clean", new Change("trim", 1))
                    .then("split", new Split(0.2));
            Node<Rows> model = split.part("train", Parts::train)
                    .then("prepare", new Change("impute", 2))
                    .then(
                            "train",
                            new Change("fit", 50),
                            StepOptions.defaults()
                                    .withExport(Path.of("models", "rows"))
                                    .withTimeout(Duration.ofMinutes(5)));
            return p.add("evaluate", new Join(), model, split.part("test", Parts::test));
        });
    }

    /** Maps in a map, with values from around them. */
    static Pipeline<Rows> nested() {
        return Pipeline.define("nested", p -> {
            Node<Rows> rows = p.add("ingest", new Read("data/rows.csv"));
            Node<Parts> held = rows.then("hold-out", new Split(0.1));
            Node<List<Parts>> folds = held.part("train", Parts::train).then("folds", new Folds(5));
            Node<List<Rows>> fold = p.map("fold", folds, (g, parts) -> {
                Node<Rows> prepared = parts.part("train", Parts::train).then("prepare", new Change("scale", 1));
                Node<List<Parts>> trials = prepared.then("trials", new Folds(3));
                Node<List<Rows>> trial = g.map("trial", trials, (inner, element) -> {
                    Node<Rows> trained = element.part("train", Parts::train).then("train", new Change("fit", 9));
                    return inner.add("score", new Join3(), trained, prepared, held.part("test", Parts::test));
                });
                Node<Rows> best = trial.then("best", new Collect());
                return g.add("check", new Join(), best, parts.part("test", Parts::test));
            });
            Node<Rows> all =
                    fold.then("all", new Collect(), StepOptions.defaults().uncached());
            return p.add("report", new Join(), all, held.part("test", Parts::test));
        });
    }

    /** A step, and what hangs on it. */
    static Pipeline<Rows> fan(int count) {
        return Pipeline.define("fan", p -> {
            Node<Rows> start = p.add("start", new Read("start"));
            Node<Rows> last = start;
            for (int i = 0; i < count; i++) {
                last = start.then("step-" + i, new Change("nothing", i));
            }
            return last;
        });
    }

    /** One after the other. */
    static Pipeline<Rows> chain(int count) {
        return Pipeline.define("chain", p -> {
            Node<Rows> last = p.add("start", new Read("start"));
            for (int i = 1; i < count; i++) {
                last = last.then("step-" + i, new Change("nothing", i));
            }
            return last;
        });
    }

    /** Any shape: each step takes up to three of the values before it, mostly of those near it, and parts of splits. */
    static Pipeline<Rows> random(long seed, int count) {
        Random random = new Random(seed);
        return Pipeline.define("random " + seed, p -> {
            List<Node<Rows>> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(random(p, "step-" + i, values, random));
            }
            return values.get(values.size() - 1);
        });
    }

    private static Node<Rows> random(Graph p, String name, List<Node<Rows>> values, Random random) {
        if (values.isEmpty() || random.nextInt(12) == 0) {
            return p.add(name, new Read(name));
        }
        Node<Rows> first = near(values, random);
        return switch (random.nextInt(5)) {
            case 0 -> {
                Node<Parts> parts = first.then(name, new Split(0.5));
                parts.part("test", Parts::test);
                yield parts.part("train", Parts::train);
            }
            case 1 -> p.add(name, new Join3(), first, near(values, random), near(values, random));
            case 2 -> p.add(name, new Join(), first, near(values, random));
            default -> first.then(name, new Change("nothing", 1));
        };
    }

    private static Node<Rows> near(List<Node<Rows>> values, Random random) {
        int back = random.nextInt(8) == 0 ? random.nextInt(values.size()) : random.nextInt(Math.min(8, values.size()));
        return values.get(values.size() - 1 - back);
    }
}
