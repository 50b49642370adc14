import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;

/** The steps that the programs wire. */
final class Steps {

    record Table(int rows) {}

    record Parts(Table train, Table test) {}

    record Model(String name) {}

    record Score(double accuracy) {}

    record Ingest() implements Source<Table> {
        @Override
        public Table run(StepContext context) {
            return new Table(1);
        }
    }

    record Split() implements Step<Table, Parts> {
        @Override
        public Parts run(Table table, StepContext context) {
            return new Parts(table, table);
        }
    }

    record Train() implements Step<Table, Model> {
        @Override
        public Model run(Table table, StepContext context) {
            return new Model("m");
        }
    }

    record Explain() implements Step<Model, String> {
        @Override
        public String run(Model model, StepContext context) {
            return model.name();
        }
    }

    record Evaluate() implements BiStep<Model, Table, Score> {
        @Override
        public Score run(Model model, Table test, StepContext context) {
            return new Score(1);
        }
    }

    private Steps() {}
}
