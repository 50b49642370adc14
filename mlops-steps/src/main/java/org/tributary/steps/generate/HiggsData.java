package org.tributary.steps.generate;

import java.util.ArrayList;
import java.util.List;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;

/**
 * Makes rows in the shape of the HIGGS data set of particle physics: 21 features as a detector measures them, 7 masses that
 * follow from these, and whether the event is signal or background.
 *
 * <p><b>Formula.</b> An event has a lepton, missing energy and four jets. Each has a momentum across the beam of 0.3 plus an
 * exponential number of mean 0.7, an angle to the beam ({@code eta}) of mean 0 and deviation 1, and any angle around it
 * ({@code phi}). The jets 1 and 2 together, and 3 and 4, are then scaled to a mass, the only thing that differs: in signal the
 * logarithm of {@code m_bb} has mean 0.2 and deviation 0.2 and that of {@code m_jj} 0 and 0.25, in background 0 and 0.6, and 0.1
 * and 0.4. The other masses follow: {@code m_jjj} of jets 2 to 4, {@code m_lv} of lepton and missing energy, {@code m_jlv} with
 * jet 1, {@code m_wbb} with jets 1 and 2, {@code m_wwbb} of all. Values are rounded to 32 bits, as in the original. 53 % of the
 * rows are signal; for the share {@code noise} of them {@code label} says the other. The best reachable accuracy is 0.79 without
 * noise. As signal lies in a narrow band, a linear model stays far below it.
 *
 * <p><b>Columns:</b> {@code lepton_pt}, {@code lepton_eta}, {@code lepton_phi}, {@code missing_energy_magnitude},
 * {@code missing_energy_phi}, for each jet {@code jet_1_pt}, {@code jet_1_eta}, {@code jet_1_phi} and {@code jet_1_btag}
 * (0, 1 or 2, more often above 0 for jets 1 and 2), the masses {@code m_jj}, {@code m_jjj}, {@code m_lv}, {@code m_jlv},
 * {@code m_bb}, {@code m_wbb} and {@code m_wwbb}, then {@code label} with {@code signal} or {@code background}, which is never
 * missing. <b>Reproducible:</b> equal settings give equal bytes on each machine, Java version and locale; the first rows do not
 * depend on {@code rows}, nor the values that are there on {@code missing}. <b>Cache:</b> as of a step that reads a file.
 * <b>Failure:</b> settings out of range are a {@link org.tributary.pipeline.PipelineException} {@code GENERATE_RANGE}.
 *
 * @param rows how many rows, at least 1
 * @param noise the share of rows with a wrong label, 0 to 0.5; 0 by default
 * @param missing the share of values without one in each feature, 0 to 1; 0 by default
 * @param seed where the random numbers start, 42 by default
 */
public record HiggsData(
        @Setting(doc = "How many rows.", unit = "rows", min = 1, max = Ranges.MOST_ROWS)
        int rows,

        @Setting(doc = "The share of rows with a wrong label.", min = 0, max = 0.5)
        double noise,

        @Setting(doc = "The share of missing values in each feature.", min = 0, max = 1)
        double missing,

        @Setting(doc = "Where the random numbers start.") long seed)
        implements Source<Table> {

    private static final double SIGNAL = 0.53;

    /** Checks the settings. */
    public HiggsData {
        Ranges.rows(rows);
        Ranges.number("noise", noise, 0.5);
        Ranges.number("missing", missing, 1);
    }

    /** Events without wrong labels and missing values. */
    public static HiggsData of(int rows) {
        return new HiggsData(rows, 0, 0, 42);
    }

    /** With another share of wrong labels. */
    public HiggsData withNoise(double noise) {
        return new HiggsData(rows, noise, missing, seed);
    }

    /** With another share of missing values. */
    public HiggsData withMissing(double missing) {
        return new HiggsData(rows, noise, missing, seed);
    }

    /** With another seed. */
    public HiggsData withSeed(long seed) {
        return new HiggsData(rows, noise, missing, seed);
    }

    /** The version of the formula: with it the table can be cached. */
    @Override
    public List<DataInput> inputs() {
        return List.of(DataInput.version("generate-higgs 1"));
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

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("lepton_pt", "lepton_eta", "lepton_phi"));
        names.addAll(List.of("missing_energy_magnitude", "missing_energy_phi"));
        for (int jet = 1; jet <= 4; jet++) {
            for (String feature : List.of("pt", "eta", "phi", "btag")) {
                names.add("jet_" + jet + "_" + feature);
            }
        }
        names.addAll(List.of("m_jj", "m_jjj", "m_lv", "m_jlv", "m_bb", "m_wbb", "m_wwbb"));
        return names;
    }

    private final class Rows implements Generator {
        private final Draws draws = new Draws(seed);
        private final Draws values = draws.fork();
        private final Labels labels = new Labels("label", List.of("background", "signal"), draws.fork(), noise);
        private final NumberFeatures columns = new NumberFeatures(names(), draws, missing);
        private final double[] row = new double[names().size()];
        private final CollisionEvent event = new CollisionEvent(values, row);

        @Override
        public void addRow() {
            boolean signal = values.uniform() < SIGNAL;
            event.draw(signal);
            columns.add(row);
            labels.add(signal ? 1 : 0);
        }

        @Override
        public Table table() {
            return columns.before(labels.build());
        }
    }
}
