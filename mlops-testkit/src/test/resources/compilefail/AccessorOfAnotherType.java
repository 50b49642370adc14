import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** A part is assigned to a node of another type. */
final class AccessorOfAnotherType {

    static Pipeline<Steps.Model> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            Node<Steps.Parts> parts = table.then("split", new Steps.Split());
            // RIGHT: Node<Steps.Table> train = parts.part("train", Steps.Parts::train);
            Node<Steps.Model> train = parts.part("train", Steps.Parts::train); // ERROR: incompatible types: inference variable P has incompatible bounds
            return parts.part("train", Steps.Parts::train).then("model", new Steps.Train());
        });
    }
}
