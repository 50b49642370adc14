import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** A step follows a step that gives another type. */
final class ThenOnAnotherOutput {

    static Pipeline<Steps.Model> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            Node<Steps.Parts> parts = table.then("split", new Steps.Split());
            // RIGHT: return table.then("train", new Steps.Train());
            return parts.then("train", new Steps.Train()); // ERROR: no suitable method found for then(java.lang.String,Steps.Train)
        });
    }
}
