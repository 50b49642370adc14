package org.tributary.steps.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.StepLog;
import org.tributary.table.Table;

/** Indicators, bins, and settings for some columns. */
class PrepareColumnsTest {

    private static final double NONE = Double.NaN;

    private static Table table(double... sizes) {
        String[] kinds = new String[sizes.length];
        Arrays.setAll(kinds, row -> row % 2 == 0 ? "a" : "b");
        return Table.builder().text("kind", kinds).numbers("size", sizes).build();
    }

    private static Preparation fit(Prepare settings, Table table) {
        return settings.run(table, new StepLog()).preparation();
    }

    private static Map<String, Double> set(Preparation preparation, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            row.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        double[] values = preparation.apply(row);
        Map<String, Double> set = new TreeMap<>();
        for (int id = 0; id < values.length; id++) {
            set.put(preparation.featureNames().get(id), values[id]);
        }
        return set;
    }

    private static void assertFault(Runnable call, String text) {
        assertThatThrownBy(call::run).isInstanceOf(PipelineException.class).hasMessage(text);
    }

    @Test
    void indicate_missingInTraining_givesAFeature() {
        Prepare settings = Prepare.of("kind").withScale(new Scale.None()).withIndicate(true);
        Preparation preparation = fit(
                settings,
                Table.builder()
                        .text("kind", "a", "b", "a")
                        .numbers("size", 1, NONE, 5)
                        .numbers("full", 1, 2, 3)
                        .booleans("adult", true, true, null)
                        .build());
        assertThat(preparation.featureNames())
                .containsExactly("adult", "adult#missing", "full", "size", "size#missing");
        assertThat(set(preparation, "size", NONE, "full", 1, "adult", null))
                .isEqualTo(Map.of("adult", 1.0, "adult#missing", 1.0, "full", 1.0, "size", 3.0, "size#missing", 1.0));
        assertThat(set(preparation, "size", 7, "full", null, "adult", false))
                .isEqualTo(Map.of("adult", 0.0, "adult#missing", 0.0, "full", 2.0, "size", 7.0, "size#missing", 0.0));
        assertThat(fit(settings.withIndicate(false), table(1, NONE, 5)).featureNames())
                .containsExactly("size");
    }

    @Test
    void quantiles_oneHot_givesAFeatureForEachBin() {
        Prepare settings = Prepare.of("kind").withScale(Scale.Quantiles.of(3));
        Preparation preparation = fit(settings, table(6, 5, 4, 3, 2, 1));
        assertThat(preparation.featureNames()).containsExactly("size#bin0", "size#bin1", "size#bin2");
        for (double value : new double[] {-9, 1, 2}) {
            assertThat(preparation.apply(Map.of("size", value))).containsExactly(1, 0, 0);
        }
        for (double value : new double[] {2.1, 3, 4}) {
            assertThat(preparation.apply(Map.of("size", value))).containsExactly(0, 1, 0);
        }
        assertThat(preparation.apply(Map.of("size", 99))).containsExactly(0, 0, 1);
    }

    @Test
    void quantiles_ordinal_givesTheNumberOfTheBin() {
        Prepare settings = Prepare.of("kind")
                .withScale(Scale.Quantiles.of(3).withForm(Scale.Form.ORDINAL))
                .withIndicate(true);
        Preparation preparation = fit(settings, table(6, 5, 4, NONE, 2, 1));
        assertThat(set(preparation, "size", -1)).isEqualTo(Map.of("size", 0.0, "size#missing", 0.0));
        assertThat(set(preparation, "size", null)).isEqualTo(Map.of("size", 1.0, "size#missing", 1.0));
        assertThat(set(preparation, "size", 7)).isEqualTo(Map.of("size", 2.0, "size#missing", 0.0));
    }

    @Test
    void quantiles_equalValues_giveFewerBins() {
        Prepare settings = Prepare.of("kind").withScale(Scale.Quantiles.of(20));
        assertThat(fit(settings, table(7, 7, 7)).featureNames()).containsExactly("size#bin0");
        assertThat(fit(settings, table(-0.0, 0.0, 0.0, 1)).featureNames()).containsExactly("size#bin0", "size#bin1");
        Preparation zeros = fit(settings, table(-0.0, 0.0, 0.0, 1));
        assertThat(zeros.apply(Map.of("size", 0.0))).containsExactly(1, 0);
        assertThat(zeros.apply(Map.of("size", -0.0))).containsExactly(1, 0);
    }

    /** No bin is empty in training, and without equal values each holds nearly as many rows. */
    @Test
    void quantiles_anyNumbers_shareTheRowsEvenly() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] values = random.doubles(20 + random.nextInt(60)).toArray();
            int bins = 2 + random.nextInt(9);
            Prepared prepared =
                    Prepare.of("kind").withScale(Scale.Quantiles.of(bins)).run(table(values), new StepLog());
            double[] rows = new double[bins];
            for (int row = 0; row < values.length; row++) {
                double[] one = prepared.features().row(row);
                Arrays.setAll(rows, bin -> rows[bin] + one[bin]);
            }
            double share = values.length / (double) bins;
            for (double count : rows) {
                assertThat(count).as("seed %d", seed).isBetween(Math.ceil(share) - 1, Math.floor(share) + 1);
            }
        }
    }

    @Test
    void quantiles_infinity_isRefused() {
        Prepare settings = Prepare.of("kind").withScale(Scale.Quantiles.of(2));
        assertFault(
                () -> fit(settings, table(1, Double.POSITIVE_INFINITY)),
                "[PREPARE_NOT_FINITE] column \"size\" holds infinite or too large numbers: their mean or spread is no finite"
                        + " number. Set a range in clean.");
        for (Scale.Form form : Scale.Form.values()) {
            Prepare any = settings.withScale(Scale.Quantiles.of(2).withForm(form));
            assertFault(
                    () -> fit(any, table(1, 2)).apply(Map.of("size", Double.NEGATIVE_INFINITY)),
                    "[PREPARE_NOT_FINITE] column \"size\" holds -Infinity, which is no finite number after scaling. Set a"
                            + " range in clean.");
        }
    }

    @Test
    void overrides_someColumns_takeTheirOwnSettings() {
        Table table = Table.builder()
                .text("kind", "a", "b", "a", "b")
                .numbers("size", 1, NONE, 3, 8)
                .numbers("age", 1, NONE, 3, 8)
                .text("place", "x", "y", "x", "x")
                .text("street", "x", "y", "x", "x")
                .build();
        Prepare settings = Prepare.of("kind")
                .withScale(new Scale.None())
                .withOverrides(
                        ForColumns.of("age").withImpute(new Impute.Constant(-1)).withIndicate(true),
                        ForColumns.of("street").withEncode(Encode.Frequency.defaults()));
        assertThat(set(fit(settings, table), "size", null, "age", null, "place", "y", "street", "y"))
                .isEqualTo(new TreeMap<>(Map.of(
                        "size", 3.0,
                        "age", -1.0,
                        "age#missing", 1.0,
                        "place=x", 0.0,
                        "place=y", 1.0,
                        "place#unknown", 0.0,
                        "place#missing", 0.0,
                        "street", 0.25,
                        "street#missing", 0.0)));
        Prepare scaled = settings.withOverrides(ForColumns.of("size", "age").withScale(new Scale.MinMax()));
        assertThat(set(fit(scaled, table), "size", 8, "age", 1, "place", "y", "street", "y"))
                .containsEntry("size", 1.0)
                .containsEntry("age", 0.0);
    }

    @Test
    void overrides_mistakes_areNamed() {
        Table table = table(1, 2).with(org.tributary.table.TextColumn.of("place", "x", "y"));
        Prepare settings = Prepare.of("kind");
        assertFault(
                () -> ForColumns.of(List.of()),
                "[PREPARE_OVERRIDE] an entry of overrides names no columns. Name at least one.");
        assertFault(
                () -> settings.withOverrides(ForColumns.of("size"), ForColumns.of("place", "size")),
                "[PREPARE_OVERRIDE] overrides names the column \"size\" twice. Write its settings in one entry.");
        assertFault(
                () -> fit(settings.withOverrides(ForColumns.of("sise")), table),
                "[PREPARE_OVERRIDE] overrides names \"sise\", from which nothing is learnt: columns are size, place. Did you"
                        + " mean \"size\"?");
        assertFault(
                () -> fit(settings.withOverrides(ForColumns.of("size").withEncode(Encode.Hashing.of(3))), table),
                "[PREPARE_OVERRIDE] overrides sets encode for the column \"size\" of type number, which has no use for it."
                        + " Remove it.");
        assertFault(
                () -> fit(settings.withOverrides(ForColumns.of("place").withScale(new Scale.None())), table),
                "[PREPARE_OVERRIDE] overrides sets scale for the column \"place\" of type text, which has no use for it."
                        + " Remove it.");
        assertFault(
                () -> fit(settings.withOverrides(ForColumns.of("place").withIndicate(false)), table),
                "[PREPARE_OVERRIDE] overrides sets indicate for the column \"place\" of type text, which has no use for it."
                        + " Remove it.");
    }
}
