package org.tributary.steps.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tributary.steps.StepLog;
import org.tributary.steps.evaluate.Evaluate;
import org.tributary.steps.evaluate.Evaluation;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.train.Logistic;
import org.tributary.steps.train.Train;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;

/** The generators against the formulas that their documentation gives. */
class GeneratedFormulasTest {
    private static final int ROWS = 10_000;
    /** More than four deviations of a share, and of the mean of such numbers, in so many rows. */
    private static final double NEAR = 0.045;

    @Test
    void classification_labels_areTheClassWithTheGreatestScore() {
        Table table = ClassificationData.of(ROWS).withClasses(3).table();
        assertThat(table.columnNames())
                .containsExactly("x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "label");
        double root = Math.sqrt(2);
        assertShare(1, ROWS, row -> {
            double[] scores = {
                (x(table, 1, row) + x(table, 4, row)) / root,
                (x(table, 2, row) + x(table, 5, row)) / root,
                x(table, 3, row)
            };
            int best = IntStream.range(0, 3).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
            return label(table, row).equals("c" + (best + 1));
        });
        for (String label : List.of("c1", "c2", "c3")) {
            assertShare(1 / 3.0, ROWS, row -> label(table, row).equals(label));
        }
    }

    @Test
    void classification_features_areNormal() {
        Table table = ClassificationData.of(ROWS).table();
        for (int i = 1; i <= 10; i++) {
            double[] values = table.numbers("x" + i).toArray();
            assertThat(mean(values)).isCloseTo(0, within(NEAR));
            assertThat(deviation(values)).isCloseTo(1, within(NEAR));
            // A normal number is beyond one deviation in 31.73 %, beyond two in 4.55 % of the cases.
            assertShare(0.3173, ROWS, row -> Math.abs(values[row]) > 1);
            assertShare(0.0455, ROWS, row -> Math.abs(values[row]) > 2);
        }
    }

    @Test
    void classification_noise_isTheShareOfWrongLabelsAndLimitsALinearModel() throws Exception {
        ClassificationData clean = ClassificationData.of(ROWS).withClasses(3);
        Table truth = clean.table();
        Table noisy = clean.withNoise(0.2).table();
        assertThat(noisy.drop(List.of("label"))).isEqualTo(truth.drop(List.of("label")));
        assertShare(0.8, ROWS, row -> label(noisy, row).equals(label(truth, row)));
        assertThat(learnt(truth).accuracy()).isGreaterThan(0.97);
        assertThat(learnt(noisy).accuracy()).isBetween(0.7, 0.83);
        assertThat(learnt(noisy).baselineAccuracy()).isLessThan(0.4);
    }

    @Test
    void regression_residual_isTheNoise() {
        Table exact = RegressionData.of(ROWS).withFeatures(4, 3).table();
        Table noisy = RegressionData.of(ROWS).withFeatures(4, 3).withNoise(2).table();
        IntToDoubleFunction told = row -> x(exact, 1, row) + x(exact, 2, row) / 2 + x(exact, 3, row) / 3;
        double[] residuals = IntStream.range(0, ROWS)
                .mapToDouble(row -> noisy.numbers("target").value(row) - told.applyAsDouble(row))
                .toArray();
        for (int row = 0; row < ROWS; row++) {
            assertThat(exact.numbers("target").value(row)).isEqualTo(told.applyAsDouble(row));
        }
        assertThat(mean(residuals)).isCloseTo(0, within(2 * NEAR));
        assertThat(deviation(residuals)).isCloseTo(2, within(2 * NEAR));
        for (String feature : List.of("x1", "x2", "x3", "x4")) {
            assertThat(correlation(residuals, exact.numbers(feature).toArray())).isCloseTo(0, within(NEAR));
        }
    }

    @Test
    void clusters_centres_lieOnAGrid() {
        ClusterData four = ClusterData.of(1).withClusters(4);
        assertThat(four.centre(1)).containsExactly(0, 0);
        assertThat(four.centre(2)).containsExactly(10, 0);
        assertThat(four.centre(3)).containsExactly(0, 10);
        assertThat(four.centre(4)).containsExactly(10, 10);
        assertThat(ClusterData.of(1).withClusters(5).withDistance(2).centre(5)).containsExactly(2, 2);
        assertThat(ClusterData.of(1).withFeatures(1).withClusters(9).centre(9)).containsExactly(80);
        assertThat(ClusterData.of(1).withFeatures(3).withClusters(1).centre(1)).containsExactly(0, 0, 0);
        assertThat(ClusterData.of(1).withFeatures(100_000).withClusters(1000).centre(1000))
                .hasSize(100_000)
                .contains(10.0);
        assertThatThrownBy(() -> four.centre(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> four.centre(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void clusters_points_lieAroundTheirCentreAndNearestToIt() {
        ClusterData data = ClusterData.of(ROWS).withClusters(4).withDistance(4);
        Table table = data.table();
        TextColumn members = table.text("cluster");
        double[] errors = IntStream.range(0, ROWS)
                .mapToDouble(row -> x(table, 1, row) - data.centre(number(members.text(row)))[0])
                .toArray();
        assertThat(mean(errors)).isCloseTo(0, within(NEAR));
        assertThat(deviation(errors)).isCloseTo(1, within(NEAR));
        for (int cluster = 1; cluster <= 4; cluster++) {
            String name = "c" + cluster;
            assertShare(0.25, ROWS, row -> members.text(row).equals(name));
        }
        // In each of two directions 2.3 % lie nearer to the neighbour.
        assertShare(1 - 0.977 * 0.977, ROWS, row -> {
            double[] centre = data.centre(number(members.text(row)));
            return (x(table, 1, row) > 2) != (centre[0] > 2) || (x(table, 2, row) > 2) != (centre[1] > 2);
        });
    }

    @Test
    void categories_firstOnes_areAsFrequentAsTheirRankSays() {
        Table table = CategoryData.of(ROWS).withCategories(4).table();
        double sum = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0;
        for (int rank = 1; rank <= 4; rank++) {
            String name = "v" + rank;
            for (String column : List.of("k1", "k10")) {
                assertShare(
                        1 / (rank * sum),
                        ROWS,
                        row -> table.text(column).text(row).equals(name));
            }
        }
        assertThat(CategoryData.of(ROWS).withColumns(1).table().text("k1").values())
                .hasSize(100);
    }

    @Test
    void categories_label_isWhatMostColumnsVote() {
        Table table = CategoryData.of(ROWS).withColumns(4).table();
        int ties = 0;
        for (int row = 0; row < ROWS; row++) {
            int votes = 0;
            for (int column = 1; column <= 4; column++) {
                votes += (number(table.text("k" + column).text(row)) + column) % 2 == 0 ? 1 : -1;
            }
            boolean first = (number(table.text("k1").text(row)) + 1) % 2 == 0;
            ties += votes == 0 ? 1 : 0;
            assertThat(label(table, row)).isEqualTo(votes > 0 || (votes == 0 && first) ? "yes" : "no");
        }
        assertThat(ties).isGreaterThan(1000);
    }

    @Test
    void categories_linearModel_isFarBetterThanTheBaseline() throws Exception {
        Evaluation evaluation =
                learnt(CategoryData.of(ROWS).withColumns(5).withCategories(20).table());
        assertThat(evaluation.accuracy()).isGreaterThan(0.97);
        assertThat(evaluation.baselineAccuracy()).isLessThan(0.65);
    }

    @Test
    void drift_meansMoveAndTheLabelTurns() {
        Table table = DriftData.of(ROWS).withShift(3).withTurn(1).table();
        assertThat(table.columnNames()).containsExactly("time", "x1", "x2", "x3", "x4", "x5", "label");
        for (String feature : List.of("x1", "x5")) {
            assertThat(mean(table.slice(0, 1000).numbers(feature).toArray())).isCloseTo(0.15, within(0.15));
            assertThat(mean(table.slice(9000, ROWS).numbers(feature).toArray())).isCloseTo(2.85, within(0.15));
        }
        for (int row = 0; row < ROWS; row++) {
            double done = row / 9999.0;
            double angle = Math.toRadians(90 * done);
            double score =
                    Math.cos(angle) * (x(table, 1, row) - 3 * done) + Math.sin(angle) * (x(table, 2, row) - 3 * done);
            assertThat(label(table, row))
                    .as("row %d with score %s", row, score)
                    .isIn(Math.abs(score) < 1e-9 ? List.of("yes", "no") : List.of(score > 0 ? "yes" : "no"));
        }
        assertShare(0.5, 1000, row -> label(table, row).equals("yes"));
        assertShare(0.5, 1000, row -> label(table, row + 9000).equals("yes"));
    }

    @Test
    void drift_times_areAMinuteApart() {
        Table table = DriftData.of(1441).table();
        assertThat(table.times("time").text(0)).isEqualTo("2026-01-01");
        assertThat(table.times("time").text(1)).isEqualTo("2026-01-01T00:01");
        assertThat(table.times("time").text(1440)).isEqualTo("2026-01-02");
        assertThat(DriftData.of(1).table().rowCount()).isEqualTo(1);
    }

    @Test
    void drift_modelOfTheFirstRows_failsOnTheLastOnes() throws Exception {
        Table table = DriftData.of(ROWS).withShift(0).withTurn(1).table().drop(List.of("time"));
        assertThat(learnt(table.slice(0, 2000), table.slice(2000, 3000)).accuracy())
                .isGreaterThan(0.8);
        assertThat(learnt(table.slice(0, 2000), table.slice(9000, ROWS)).accuracy())
                .isLessThan(0.65);
    }

    @Test
    void higgs_columns_areThoseOfTheDataSet() {
        Table table = HiggsData.of(ROWS).table();
        assertThat(String.join(" ", table.columnNames()))
                .isEqualTo("lepton_pt lepton_eta lepton_phi missing_energy_magnitude missing_energy_phi"
                        + " jet_1_pt jet_1_eta jet_1_phi jet_1_btag jet_2_pt jet_2_eta jet_2_phi jet_2_btag"
                        + " jet_3_pt jet_3_eta jet_3_phi jet_3_btag jet_4_pt jet_4_eta jet_4_phi jet_4_btag"
                        + " m_jj m_jjj m_lv m_jlv m_bb m_wbb m_wwbb label");
        for (Column column : table.drop(List.of("label")).columns()) {
            assertThat(column.type()).isEqualTo(ColumnType.NUMBER);
            NumberColumn numbers = (NumberColumn) column;
            for (int row = 0; row < ROWS; row++) {
                double value = numbers.value(row);
                assertThat(value).isFinite().isEqualTo((float) value);
                assertThat(Math.abs(value)).as(column.name()).isLessThan(1000);
                if (column.name().endsWith("phi")) {
                    assertThat(value).isBetween((double) (float) -Math.PI, (double) (float) Math.PI);
                }
            }
        }
        assertShare(0.53, ROWS, row -> label(table, row).equals("signal"));
    }

    @Test
    void higgs_masses_followFromTheOtherColumns() {
        Table table = HiggsData.of(500).table();
        for (int row = 0; row < 500; row++) {
            assertThat(value(table, "m_bb", row)).isCloseTo(pairMass(table, "jet_1", "jet_2", row), within(1e-4));
            assertThat(value(table, "m_jj", row)).isCloseTo(pairMass(table, "jet_3", "jet_4", row), within(1e-4));
            double lepton = value(table, "lepton_pt", row);
            double missing = value(table, "missing_energy_magnitude", row);
            double angle = value(table, "lepton_phi", row) - value(table, "missing_energy_phi", row);
            double square = 2 * lepton * missing * (Math.cosh(value(table, "lepton_eta", row)) - Math.cos(angle));
            assertThat(value(table, "m_lv", row)).isCloseTo(Math.sqrt(square), within(1e-4));
            assertThat(value(table, "m_wwbb", row)).isGreaterThan(value(table, "m_wbb", row));
            assertThat(value(table, "m_wbb", row)).isGreaterThan(value(table, "m_bb", row));
        }
    }

    private static double pairMass(Table table, String one, String two, int row) {
        double pts = value(table, one + "_pt", row) * value(table, two + "_pt", row);
        double eta = value(table, one + "_eta", row) - value(table, two + "_eta", row);
        double phi = value(table, one + "_phi", row) - value(table, two + "_phi", row);
        return Math.sqrt(2 * pts * (Math.cosh(eta) - Math.cos(phi)));
    }

    @Test
    void higgs_bestRule_reachesWhatIsDocumentedAndALinearModelDoesNot() throws Exception {
        Table table = HiggsData.of(ROWS).table();
        assertShare(0.79, ROWS, row -> {
            double heavy = Math.log(value(table, "m_bb", row));
            double light = Math.log(value(table, "m_jj", row));
            double signal = Math.log(0.53) + logDensity(heavy, 0.2, 0.2) + logDensity(light, 0, 0.25);
            double background = Math.log(0.47) + logDensity(heavy, 0, 0.6) + logDensity(light, 0.1, 0.4);
            return label(table, row).equals(signal > background ? "signal" : "background");
        });
        Evaluation linear = learnt(table);
        assertThat(linear.accuracy())
                .isGreaterThan(linear.baselineAccuracy() + 0.02)
                .isLessThan(0.75);
    }

    private static double logDensity(double value, double mean, double deviation) {
        double distance = (value - mean) / deviation;
        return -distance * distance / 2 - Math.log(deviation);
    }

    private static Evaluation learnt(Table table) throws Exception {
        int middle = table.rowCount() / 2;
        return learnt(table.slice(0, middle), table.slice(middle, table.rowCount()));
    }

    private static Evaluation learnt(Table train, Table test) throws Exception {
        StepLog log = new StepLog();
        Logistic logistic = Logistic.defaults().withEpochs(10);
        return Evaluate.defaults()
                .run(Train.of(logistic).run(Prepare.of("label").run(train, log), log), test, new StepLog());
    }

    private static void assertShare(double share, int rows, IntPredicate holds) {
        double found = IntStream.range(0, rows).filter(holds).count() / (double) rows;
        assertThat(found).isCloseTo(share, within(share == 1 ? 0 : 5 * Math.sqrt(share * (1 - share) / rows)));
    }

    private static double x(Table table, int feature, int row) {
        return value(table, "x" + feature, row);
    }

    private static double value(Table table, String column, int row) {
        return table.numbers(column).value(row);
    }

    private static String label(Table table, int row) {
        return table.text("label").text(row);
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    private static double correlation(double[] one, double[] two) {
        double[] products =
                IntStream.range(0, one.length).mapToDouble(i -> one[i] * two[i]).toArray();
        return (mean(products) - mean(one) * mean(two)) / deviation(one) / deviation(two);
    }
}
