import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** The node of the result is of another type. */
final class WrongResult {

    static Pipeline<Steps.Model> pipeline() {
        return Pipeline.define("birds", p -> { // ERROR: incompatible types: inference variable T has incompatible equality constraints Steps.Model,Steps.Table
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            Node<Steps.Model> model = table.then("train", new Steps.Train());
            // RIGHT: return model;
            return table;
        });
    }
}
