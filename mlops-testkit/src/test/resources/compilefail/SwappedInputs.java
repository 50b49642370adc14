import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** The inputs of a step with two are swapped. */
final class SwappedInputs {

    static Pipeline<Steps.Score> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            Node<Steps.Model> model = table.then("train", new Steps.Train());
            // RIGHT: Node<Steps.Score> score = p.add("evaluate", new Steps.Evaluate(), model, table);
            Node<Steps.Score> score = p.add("evaluate", new Steps.Evaluate(), table, model); // ERROR: no suitable method found for add(java.lang.String,Steps.Evaluate,org.tributary.pipeline.Node<Steps.Table>,org.tributary.pipeline.Node<Steps.Model>)
            return score;
        });
    }
}
