import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** What a step gives is assigned to a node of another type. */
final class NodeOfAnotherType {

    static Pipeline<Steps.Model> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            // RIGHT: Node<Steps.Model> model = table.then("train", new Steps.Train());
            Node<Steps.Table> model = table.then("train", new Steps.Train()); // ERROR: incompatible types: inference variable O has incompatible bounds
            return p.add("model", new Steps.Train(), table);
        });
    }
}
