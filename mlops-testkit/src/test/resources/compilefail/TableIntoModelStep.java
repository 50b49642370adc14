import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** A step that takes a model is given a table. */
final class TableIntoModelStep {

    static Pipeline<Steps.Model> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            // RIGHT: Node<String> text = p.add("explain", new Steps.Explain(), p.add("train", new Steps.Train(), table));
            Node<String> text = p.add("explain", new Steps.Explain(), table); // ERROR: no suitable method found for add(java.lang.String,Steps.Explain,org.tributary.pipeline.Node<Steps.Table>)
            return p.add("model", new Steps.Train(), table);
        });
    }
}
