import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** A step without input is given one. */
final class SourceWithAnInput {

    static Pipeline<Steps.Model> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            // RIGHT: Node<Steps.Table> again = p.add("again", new Steps.Ingest());
            Node<Steps.Table> again = p.add("again", new Steps.Ingest(), table); // ERROR: no suitable method found for add(java.lang.String,Steps.Ingest,org.tributary.pipeline.Node<Steps.Table>)
            return p.add("model", new Steps.Train(), table);
        });
    }
}
