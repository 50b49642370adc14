import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** A step with an input is given none. */
final class StepWithoutItsInput {

    static Pipeline<Steps.Model> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            // RIGHT: Node<Steps.Model> model = p.add("train", new Steps.Train(), table);
            Node<Steps.Model> model = p.add("train", new Steps.Train()); // ERROR: no suitable method found for add(java.lang.String,Steps.Train)
            return p.add("model", new Steps.Train(), table);
        });
    }
}
