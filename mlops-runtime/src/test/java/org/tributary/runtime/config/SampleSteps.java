package org.tributary.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tributary.data.DataInput;
import org.tributary.data.DataVersions;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepFactory;
import org.tributary.pipeline.TriStep;

/** Small steps with every kind of setting, so that configurations can be read without the ready steps. */
final class SampleSteps implements Extension {

    private final List<DataVersions> versions;

    SampleSteps(DataVersions... versions) {
        this.versions = List.of(versions);
    }

    @Override
    public Map<String, StepFactory<?>> steps() {
        return Map.of(
                "csv", StepFactory.of(Csv.class),
                "query", StepFactory.of(QuerySettings.class, settings -> new Query(settings, "a connection")),
                "clean", StepFactory.of(Clean.class),
                "split", StepFactory.of(Split.class),
                "prepare", StepFactory.of(Prepare.class),
                "train", StepFactory.of(Train.class),
                "retrain", StepFactory.of(Retrain.class),
                "evaluate", StepFactory.of(Evaluate.class),
                "compare", StepFactory.of(Compare.class),
                "kinds", StepFactory.of(Kinds.class));
    }

    @Override
    public Map<Class<?>, Map<String, Class<? extends Record>>> variants() {
        return Map.of(
                Operation.class, Map.of("trim", Trim.class, "drop", Drop.class, "keep", Keep.class),
                Trainer.class, Map.of("linear", Linear.class, "forest", Forest.class));
    }

    @Override
    public List<DataVersions> dataVersions() {
        return versions;
    }

    record Table(String text) {}

    record Parts(Table train, Table test, int size) {}

    record Fitted(Table table) {}

    record Model(String text) {}

    record Score(double value) {}

    record Csv(Path path, String delimiter) implements Source<Table> {

        Csv {
            if (delimiter.length() != 1) {
                throw new PipelineException(
                        "[CSV_DELIMITER] delimiter is \"" + delimiter + "\", and must be one character.");
            }
        }

        public static Csv of(Path path) {
            return new Csv(path, ",");
        }

        @Override
        public Table run(StepContext context) {
            return new Table(path + delimiter);
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.file(path));
        }
    }

    record QuerySettings(String sql, Duration patience) {

        public static QuerySettings of(String sql) {
            return new QuerySettings(sql, Duration.ofSeconds(30));
        }
    }

    /** A step with a collaborator. */
    static final class Query implements Source<Table> {

        private final QuerySettings settings;
        private final String connection;

        Query(QuerySettings settings, String connection) {
            if (settings.sql.contains("drop")) {
                throw new IllegalArgumentException("the query changes data: " + settings.sql);
            }
            this.settings = settings;
            this.connection = connection;
        }

        @Override
        public Table run(StepContext context) {
            return new Table(connection + settings.sql);
        }

        @Override
        public Optional<Record> settings() {
            return Optional.of(settings);
        }
    }

    interface Operation {}

    record Trim() implements Operation {}

    record Drop(List<String> columns) implements Operation {}

    record Keep(@Setting(min = 1) int first, Optional<String> by) implements Operation {

        public static Keep of(int first) {
            return new Keep(first, Optional.empty());
        }
    }

    record Clean(List<Operation> operations) implements Step<Table, Table> {

        @Override
        public Table run(Table table, StepContext context) {
            return table;
        }
    }

    record Split(@Setting(min = 0, max = 1) double test, Optional<String> stratify, Optional<String> by, long seed)
            implements Step<Table, Parts> {

        Split {
            if (test == 0 || test == 1) {
                throw new PipelineException("[SPLIT_TEST_RANGE] test is " + test + ": it must be above 0 and below 1.");
            }
            if (stratify.isPresent() && by.isPresent()) {
                throw new PipelineException("[SPLIT_TWO_RULES] both stratify and by are set. Set one of them.");
            }
        }

        public static Split defaults() {
            return new Split(0.2, Optional.empty(), Optional.empty(), 42);
        }

        @Override
        public Parts run(Table table, StepContext context) {
            return new Parts(table, table, 2);
        }
    }

    sealed interface Impute {

        record Mean() implements Impute {}

        record Median() implements Impute {}

        record Constant(@Setting(min = -100, max = 100) double value) implements Impute {}
    }

    enum Scale {
        NONE,
        MIN_MAX
    }

    record Prepare(String target, Impute impute, Scale scale) implements Step<Table, Fitted> {

        Prepare {
            Objects.requireNonNull(impute, "impute");
        }

        public static Prepare of(String target) {
            return new Prepare(target, new Impute.Median(), Scale.NONE);
        }

        @Override
        public Fitted run(Table table, StepContext context) {
            return new Fitted(table);
        }
    }

    interface Trainer {}

    record Linear(
            @Setting(min = 1) int epochs,
            @Setting(min = Double.MIN_VALUE) double learningRate,
            long seed) implements Trainer {

        public static Linear defaults() {
            return new Linear(5, 1, 12345);
        }
    }

    record Forest(@Setting(min = 1, max = 1000) int trees, Optional<Integer> depth, int seed) implements Trainer {

        public static Forest of(int trees) {
            return new Forest(trees, Optional.empty(), 1);
        }
    }

    record Train(@Setting(inline = true) Trainer trainer) implements Step<Fitted, Model> {

        public static Train of(Trainer trainer) {
            return new Train(trainer);
        }

        @Override
        public Model run(Fitted fitted, StepContext context) {
            return new Model(fitted.toString());
        }
    }

    /** Its inline component has a default. */
    record Retrain(@Setting(inline = true) Trainer trainer, boolean warm) implements BiStep<Model, Fitted, Model> {

        public static Retrain defaults() {
            return new Retrain(new Linear(9, 0.5, 9), false);
        }

        @Override
        public Model run(Model model, Fitted fitted, StepContext context) {
            return model;
        }
    }

    record Evaluate() implements BiStep<Model, Table, Score> {

        @Override
        public Score run(Model model, Table table, StepContext context) {
            return new Score(1);
        }
    }

    record Compare() implements TriStep<Model, Model, Table, List<Score>> {

        @Override
        public List<Score> run(Model first, Model second, Table table, StepContext context) {
            return List.of();
        }
    }

    record Inner(String text, int number) {}

    record Kinds(
            String text,
            int number,
            long big,
            double fraction,
            boolean flag,
            Scale scale,
            Path folder,
            Duration patience,
            List<Integer> numbers,
            Set<String> words,
            Map<String, Scale> scales,
            Optional<Double> maybe,
            Inner inner,
            List<Impute> imputes)
            implements Source<List<String>> {

        public static Kinds defaults() {
            return new Kinds(
                    "t",
                    1,
                    2,
                    0.5,
                    false,
                    Scale.NONE,
                    Path.of("f"),
                    Duration.ofSeconds(1),
                    List.of(),
                    Set.of(),
                    Map.of(),
                    Optional.of(1.5),
                    new Inner("a", 1),
                    List.of());
        }

        @Override
        public List<String> run(StepContext context) {
            return List.of();
        }
    }
}
