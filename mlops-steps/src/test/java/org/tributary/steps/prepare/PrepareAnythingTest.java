package org.tributary.steps.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tributary.steps.StepLog;
import org.tributary.table.Table;

/** What holds for all settings and all types of columns, with missing values and unknown texts. */
class PrepareAnythingTest {

    private static final int SEEDS = 400;

    private static Preparation fit(Prepare settings, Table table) {
        return settings.run(table, new StepLog()).preparation();
    }

    @Test
    void apply_rowAlone_equalsTheTableBitForBit() {
        Set<Form> forms = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            AnyPrepare any = new AnyPrepare(new Random(seed));
            Preparation preparation = fit(any.settings(), any.table(40, false));
            preparation.fitted().forEach(column -> forms.add(Form.of(inner(column))));
            for (boolean strange : new boolean[] {false, true}) {
                Table other = any.table(20, strange);
                Features features = preparation.apply(other);
                for (int row = 0; row < other.rowCount(); row++) {
                    assertThat(bits(preparation.apply(rowOf(other, row))))
                            .as("seed %d, row %d", seed, row)
                            .isEqualTo(bits(features.row(row)));
                }
            }
        }
        assertThat(forms).containsExactlyInAnyOrder(Form.values());
    }

    private static FittedColumn inner(FittedColumn column) {
        return column instanceof FittedColumn.Indicated indicated ? indicated.inner() : column;
    }

    @Test
    void rows_anyRange_areThoseOfEachRow() {
        for (long seed = 0; seed < 100; seed++) {
            AnyPrepare any = new AnyPrepare(new Random(seed));
            Features features = fit(any.settings(), any.table(40, false)).apply(any.table(20, true));
            double[][] rows = features.rows(5, 18);
            assertThat(rows).hasDimensions(13, features.names().size());
            for (int at = 0; at < rows.length; at++) {
                assertThat(bits(rows[at])).as("seed %d, row %d", seed, at + 5).isEqualTo(bits(features.row(at + 5)));
            }
        }
    }

    @Test
    void read_anyRow_setsEachFeatureOnceAndNoMoreThanItSays() {
        for (long seed = 0; seed < SEEDS; seed++) {
            AnyPrepare any = new AnyPrepare(new Random(seed));
            Preparation preparation = fit(any.settings(), any.table(40, false));
            Features features = preparation.apply(any.table(20, true));
            int[] ids = new int[features.mostSet()];
            double[] values = new double[features.mostSet()];
            for (int row = 0; row < features.rowCount(); row++) {
                int size = features.read(row, ids, values);
                assertThat(Arrays.stream(ids, 0, size).distinct().count())
                        .as("seed %d, row %d", seed, row)
                        .isEqualTo(size);
                assertThat(Arrays.stream(values, 0, size).allMatch(Double::isFinite))
                        .as("seed %d, row %d", seed, row)
                        .isTrue();
            }
        }
    }

    /** Notes the values of each feature in their order, as texts of their bits. */
    private record Noted(Map<Integer, List<String>> byId) implements FeatureSink {

        @Override
        public void accept(int id, double value, int times) {
            for (int time = 0; time < times; time++) {
                byId.computeIfAbsent(id, key -> new ArrayList<>()).add(Double.toHexString(value));
            }
        }

        @Override
        public void accept(int id, double[] values, int count) {
            Arrays.stream(values, 0, count).forEach(value -> accept(id, value, 1));
        }
    }

    @Test
    void give_anySettings_givesEachSinkWhatTheRowsSet() {
        for (long seed = 0; seed < SEEDS; seed++) {
            AnyPrepare any = new AnyPrepare(new Random(seed));
            Features features = fit(any.settings(), any.table(40, false)).apply(any.table(20, true));
            int[] ids = new int[features.mostSet()];
            double[] values = new double[features.mostSet()];
            Noted expected = new Noted(new HashMap<>());
            for (int row = 0; row < features.rowCount(); row++) {
                int size = features.read(row, ids, values);
                for (int at = 0; at < size; at++) {
                    expected.accept(ids[at], values[at], 1);
                }
            }
            Noted first = new Noted(new HashMap<>());
            Noted second = new Noted(new HashMap<>());
            features.give(first, second);
            assertThat(first).as("seed %d", seed).isEqualTo(expected);
            assertThat(second).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void json_readBack_isEqualAndPreparesTheSame() {
        for (long seed = 0; seed < SEEDS; seed++) {
            AnyPrepare any = new AnyPrepare(new Random(seed));
            Preparation preparation = fit(any.settings(), any.table(40, false));
            Preparation read = Preparation.fromJson(preparation.toJson(), "x");
            assertThat(read).as("seed %d", seed).isEqualTo(preparation);
            assertThat(read.toJson()).as("seed %d", seed).isEqualTo(preparation.toJson());
            Table other = any.table(10, true);
            for (int row = 0; row < 10; row++) {
                assertThat(bits(read.apply(other).row(row)))
                        .as("seed %d, row %d", seed, row)
                        .isEqualTo(bits(preparation.apply(other).row(row)));
            }
        }
    }

    /** The training part is a view of a table whose other rows are replaced, wherever they stand. */
    @Test
    void run_otherValuesOutsideTheTrainingPart_learnsTheSame() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            AnyPrepare any = new AnyPrepare(random);
            Prepare settings = any.settings();
            Table train = any.table(40, false);
            int[] places = shuffled(60, random);
            byte[] alone = fit(settings, train).toJson();
            for (boolean strange : new boolean[] {false, true}) {
                Table all = AnyPrepare.both(train, any.table(20, strange), places);
                Table view = all.rows(Arrays.copyOf(places, 40));
                assertThat(new String(fit(settings, view).toJson(), UTF_8))
                        .as("seed %d", seed)
                        .isEqualTo(new String(alone, UTF_8));
            }
        }
    }

    private static int[] shuffled(int size, Random random) {
        int[] places = new int[size];
        Arrays.setAll(places, at -> at);
        for (int at = size; at > 1; at--) {
            int other = random.nextInt(at);
            int moved = places[at - 1];
            places[at - 1] = places[other];
            places[other] = moved;
        }
        return places;
    }

    @Test
    void run_otherOrderOfRows_learnsTheSameOfTexts() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            AnyPrepare any = new AnyPrepare(random);
            Prepare settings =
                    Prepare.of("kind").withColumns("place", "note", "truth").withEncode(any.encode());
            Table table = any.table(40, false);
            assertThat(fit(settings, table.rows(shuffled(40, random))).toJson())
                    .as("seed %d", seed)
                    .isEqualTo(fit(settings, table).toJson());
        }
    }

    @Test
    void run_anyLocale_givesEqualBytes() {
        Locale before = Locale.getDefault();
        try {
            for (long seed = 0; seed < 40; seed++) {
                Locale.setDefault(Locale.ROOT);
                String plain = jsonAndNames(seed);
                for (String tag : List.of("tr-TR", "ar-EG", "hi-IN-u-nu-deva", "de-DE")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    assertThat(jsonAndNames(seed)).as("seed %d, %s", seed, tag).isEqualTo(plain);
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String jsonAndNames(long seed) {
        AnyPrepare any = new AnyPrepare(new Random(seed));
        Preparation preparation = fit(any.settings(), any.table(40, false));
        return new String(preparation.toJson(), UTF_8) + preparation.featureNames();
    }

    private static Map<String, @Nullable Object> rowOf(Table table, int row) {
        Map<String, @Nullable Object> values = new HashMap<>(table.row(row).asMap());
        table.columnNames().forEach(name -> values.putIfAbsent(name, null));
        return values;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
