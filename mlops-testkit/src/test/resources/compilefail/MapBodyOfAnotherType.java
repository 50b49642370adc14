import java.util.List;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** The body of a map gives another type than is expected. */
final class MapBodyOfAnotherType {

    static Pipeline<Steps.Model> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            Node<List<Steps.Table>> tables = p.add("tables", context -> List.of(new Steps.Table(1)));
            // RIGHT: Node<List<Steps.Model>> models = p.map("models", tables, (body, one) -> body.add("train", new Steps.Train(), one));
            Node<List<Steps.Model>> models = p.map("models", tables, (body, one) -> body.add("split", new Steps.Split(), one)); // ERROR: incompatible types: inference variable O has incompatible bounds
            return table.then("train", new Steps.Train());
        });
    }
}
