package org.tributary.steps.generate;

import java.util.ArrayList;
import java.util.List;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Column;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;

/**
 * Makes rows of categories, many of them rare, which become many features when they are encoded as one each.
 *
 * <p><b>Formula.</b> The columns {@code k1}, {@code k2} ... are independent. Each has the categories {@code v1}, {@code v2} ...,
 * of which {@code v1} is twice as frequent as {@code v2}, three times as {@code v3} and so on, as words in a language are. A
 * category votes yes in column {@code ki} if its number plus i is even, else no. {@code label} is what most columns vote, and
 * {@code k1} decides a tie; but for the share {@code noise} of the rows it is the other one. The best reachable accuracy is
 * {@code 1 - noise}, for a linear model over one feature for each category; missing values lower it.
 *
 * <p><b>Columns:</b> the categories, then {@code label} with {@code yes} or {@code no}, which is never missing.
 * <b>Reproducible:</b> equal settings give equal bytes on each machine, Java version and locale; the first rows do not
 * depend on {@code rows}, nor the values that are there on {@code missing}. <b>Cache:</b> as of a step that reads a
 * file. <b>Failure:</b> settings out of range are a {@link org.tributary.pipeline.PipelineException}
 * {@code GENERATE_RANGE}.
 *
 * @param rows how many rows, at least 1
 * @param columns how many columns of categories, 1 to 10,000; 10 by default
 * @param categories how many categories each column has, 2 to 1,000,000; 100 by default
 * @param noise the share of rows with a wrong label, 0 to 0.5; 0 by default
 * @param missing the share of values without one in each column, 0 to 1; 0 by default
 * @param seed where the random numbers start, 42 by default
 */
public record CategoryData(
        @Setting(doc = "How many rows.", unit = "rows", min = 1, max = Ranges.MOST_ROWS)
        int rows,

        @Setting(doc = "How many columns of categories.", min = 1, max = 10_000)
        int columns,

        @Setting(doc = "How many categories each column has.", min = 2, max = 1_000_000)
        int categories,

        @Setting(doc = "The share of rows with a wrong label.", min = 0, max = 0.5)
        double noise,

        @Setting(doc = "The share of missing values in each column.", min = 0, max = 1)
        double missing,

        @Setting(doc = "Where the random numbers start.") long seed)
        implements Source<Table> {

    /** Checks the settings. */
    public CategoryData {
        Ranges.rows(rows);
        Ranges.count("columns", columns, 1, 10_000);
        Ranges.count("categories", categories, 2, 1_000_000);
        Ranges.number("noise", noise, 0.5);
        Ranges.number("missing", missing, 1);
    }

    /** Ten columns of a hundred categories, without noise. */
    public static CategoryData of(int rows) {
        return new CategoryData(rows, 10, 100, 0, 0, 42);
    }

    /** With another number of columns. */
    public CategoryData withColumns(int columns) {
        return new CategoryData(rows, columns, categories, noise, missing, seed);
    }

    /** With another number of categories in each column. */
    public CategoryData withCategories(int categories) {
        return new CategoryData(rows, columns, categories, noise, missing, seed);
    }

    /** With another share of wrong labels. */
    public CategoryData withNoise(double noise) {
        return new CategoryData(rows, columns, categories, noise, missing, seed);
    }

    /** With another share of missing values. */
    public CategoryData withMissing(double missing) {
        return new CategoryData(rows, columns, categories, noise, missing, seed);
    }

    /** With another seed. */
    public CategoryData withSeed(long seed) {
        return new CategoryData(rows, columns, categories, noise, missing, seed);
    }

    /** The version of the formula: with it the table can be cached. */
    @Override
    public List<DataInput> inputs() {
        return List.of(DataInput.version("generate-categories 1"));
    }

    /** Makes the table, outside a pipeline. */
    public Table table() {
        return new Rows().table(rows);
    }

    /** Makes the table and logs the metric {@code <step>.rows}. */
    @Override
    public Table run(StepContext context) throws InterruptedException {
        return new Rows().table(rows, context);
    }

    private final class Rows implements Generator {
        private final Draws draws = new Draws(seed);
        private final Draws values = draws.fork();
        private final Labels labels = new Labels("label", List.of("no", "yes"), draws.fork(), noise);
        private final List<TextColumn.Builder> texts = NumberFeatures.named("k", columns).stream()
                .map(TextColumn::builder)
                .toList();
        private final List<Gaps> gaps =
                texts.stream().map(any -> new Gaps(draws.fork(), missing)).toList();
        private final List<String> names = NumberFeatures.named("v", categories);
        private final RankedChoice choice = new RankedChoice(categories);

        @Override
        public void addRow() {
            int votes = 0;
            int first = 0;
            for (int i = 0; i < columns; i++) {
                int category = choice.next(values);
                int vote = (category + i) % 2 == 0 ? 1 : -1;
                first = i == 0 ? vote : first;
                votes += vote;
                add(i, category);
            }
            labels.add(2 * votes + first > 0 ? 1 : 0);
        }

        private void add(int column, int category) {
            if (gaps.get(column).next()) {
                texts.get(column).addMissing();
            } else {
                texts.get(column).add(names.get(category));
            }
        }

        @Override
        public Table table() {
            List<Column> all = new ArrayList<>();
            texts.forEach(text -> all.add(text.build()));
            all.add(labels.build());
            return Table.of(all);
        }
    }
}
