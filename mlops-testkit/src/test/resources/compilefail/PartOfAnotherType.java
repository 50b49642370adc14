import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** A part of one type is given to a step of another. */
final class PartOfAnotherType {

    static Pipeline<Steps.Score> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            Node<Steps.Parts> parts = table.then("split", new Steps.Split());
            Node<Steps.Model> model = parts.part("train", Steps.Parts::train).then("train", new Steps.Train());
            // RIGHT: Node<String> text = p.add("explain", new Steps.Explain(), model);
            Node<String> text = p.add("explain", new Steps.Explain(), parts.part("test", Steps.Parts::test)); // ERROR: no suitable method found for add(java.lang.String,Steps.Explain,org.tributary.pipeline.Node<Steps.Table>)
            return p.add("evaluate", new Steps.Evaluate(), model, parts.part("test", Steps.Parts::test));
        });
    }
}
