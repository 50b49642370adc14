package acme;

import java.util.Set;
import java.util.stream.IntStream;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Row;
import org.tributary.table.Table;

/** Keeps the penguins of some islands that are not too heavy to be true. */
public record Tidy(Set<String> islands) implements Step<Table, Table> {

    @Override
    public Table run(Table table, StepContext context) {
        return table.rows(IntStream.range(0, table.rowCount())
                .filter(row -> isPlausible(table.row(row)))
                .toArray());
    }

    private boolean isPlausible(Row row) {
        return islands.contains(row.text("Island"))
                && (row.isMissing("Body Mass (g)") || row.number("Body Mass (g)") <= Rules.heaviest());
    }
}
