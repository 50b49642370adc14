import java.util.List;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;

/** A map is given a single value. */
final class MapOverNoList {

    static Pipeline<Steps.Model> pipeline() {
        return Pipeline.define("birds", p -> {
            Node<Steps.Table> table = p.add("ingest", new Steps.Ingest());
            Node<List<Steps.Table>> tables = p.add("tables", context -> List.of(new Steps.Table(1)));
            // RIGHT: Node<List<Steps.Model>> models = p.mapEach("models", tables, new Steps.Train());
            Node<List<Steps.Model>> models = p.mapEach("models", table, new Steps.Train()); // ERROR: method mapEach in class org.tributary.pipeline.Graph cannot be applied to given types;
            return p.add("model", new Steps.Train(), table);
        });
    }
}
