package org.tributary.steps.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.StepLog;
import org.tributary.steps.Tables;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

class PrepareTest {

    private static final double NONE = Double.NaN;

    private static Prepared prepare(Prepare settings, Table table) {
        return settings.run(table, new StepLog());
    }

    private static Table numbers(double... values) {
        String[] labels = IntStream.range(0, values.length)
                .mapToObj(row -> row % 2 == 0 ? "a" : "b")
                .toArray(String[]::new);
        return Table.builder().text("kind", labels).numbers("size", values).build();
    }

    private static Prepare plain() {
        return Prepare.of("kind").withScale(new Scale.None());
    }

    private static double[] column(Prepared prepared, String feature) {
        int id = prepared.preparation().featureNames().indexOf(feature);
        assertThat(id).as(feature).isNotNegative();
        Features features = prepared.features();
        return IntStream.range(0, features.rowCount())
                .mapToDouble(row -> features.row(row)[id])
                .toArray();
    }

    @Test
    void impute_eachKind_fillsWithItsFigure() {
        Table table = numbers(1, NONE, 2, 2, 10);
        Map<Impute, Double> fills = Map.of(
                new Impute.Mean(), 3.75,
                new Impute.Median(), 2.0,
                new Impute.Mode(), 2.0,
                new Impute.Constant(-7), -7.0);
        fills.forEach((impute, fill) -> assertThat(column(prepare(plain().withImpute(impute), table), "size"))
                .as(impute.toString())
                .containsExactly(1, fill, 2, 2, 10));
    }

    @Test
    void impute_medianOfEvenCount_isBetweenTheMiddleTwo() {
        assertThat(column(prepare(plain(), numbers(1, NONE, 2, 3, 10)), "size")).containsExactly(1, 2.5, 2, 3, 10);
    }

    @Test
    void impute_modeTwice_takesTheLeast() {
        Prepare settings = plain().withImpute(new Impute.Mode());
        assertThat(column(prepare(settings, numbers(9, 3, NONE, 9, 3)), "size")).containsExactly(9, 3, 3, 9, 3);
    }

    @Test
    void impute_noneInTraining_fillsALaterRow() {
        Preparation preparation = prepare(plain(), numbers(1, 2, 9)).preparation();
        assertThat(preparation.apply(Map.of("size", NONE))).containsExactly(2);
    }

    @Test
    void scale_standard_hasMeanZeroAndDeviationOne() {
        double[] scaled = column(prepare(Prepare.of("kind"), numbers(1, 2, NONE, 4, 9)), "size");
        double mean = Arrays.stream(scaled).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(1e-15));
        assertThat(Arrays.stream(scaled).map(value -> value * value).sum() / scaled.length)
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void scale_minMax_goesFromZeroToOne() {
        Prepared prepared = prepare(Prepare.of("kind").withScale(new Scale.MinMax()), numbers(2, 4, 6));
        assertThat(column(prepared, "size")).containsExactly(0, 0.5, 1);
        assertThat(prepared.preparation().apply(Map.of("size", 8))).containsExactly(1.5);
    }

    @Test
    void scale_robust_isMedianAndInterquartileRange() {
        Prepared prepared = prepare(Prepare.of("kind").withScale(new Scale.Robust()), numbers(1, 2, NONE, 4, 1000));
        assertThat(column(prepared, "size")).containsExactly(-1, -0.5, 0, 0.5, 498.5);
        Prepared between = prepare(Prepare.of("kind").withScale(new Scale.Robust()), numbers(0, 10, 20, 30));
        assertThat(between.preparation().apply(Map.of("size", 30))).containsExactly(15.0 * (1 / 15.0));
    }

    @Test
    void scale_robustOfEqualQuartiles_isZero() {
        Prepared prepared = prepare(Prepare.of("kind").withScale(new Scale.Robust()), numbers(7, 7, 7, 7, 7, 900));
        assertThat(column(prepared, "size")).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(column(prepare(Prepare.of("kind").withScale(new Scale.Robust()), numbers(7, 7)), "size"))
                .containsExactly(0, 0);
    }

    /** The values that are not filled do not move: scaling by the definition, on the sorted values. */
    @Test
    void scale_robust_agreesWithTheDefinition() {
        for (long seed = 0; seed < 200; seed++) {
            double[] values = new Random(seed)
                    .doubles(2 + new Random(seed).nextInt(40), -50, 50)
                    .toArray();
            double[] sorted = Arrays.stream(values).sorted().toArray();
            double range = at(sorted, 0.75) - at(sorted, 0.25);
            double[] scaled =
                    column(prepare(Prepare.of("kind").withScale(new Scale.Robust()), numbers(values)), "size");
            for (int row = 0; row < values.length; row++) {
                assertThat(scaled[row])
                        .as("seed %d, row %d", seed, row)
                        .isCloseTo((values[row] - at(sorted, 0.5)) / range, within(1e-9));
            }
        }
    }

    private static double at(double[] sorted, double share) {
        double position = (sorted.length - 1) * share;
        int below = (int) Math.floor(position);
        int above = (int) Math.ceil(position);
        return sorted[below] * (1 - (position - below)) + sorted[above] * (position - below);
    }

    @Test
    void scale_constantColumn_isZeroWhateverComes() {
        for (Scale scale : List.of(new Scale.Standard(), new Scale.MinMax(), new Scale.Robust())) {
            Prepared prepared = prepare(Prepare.of("kind").withScale(scale), numbers(0.1, 0.1, 0.1));
            assertThat(column(prepared, "size")).containsExactly(0, 0, 0);
            assertThat(prepared.preparation().apply(Map.of("size", 5))).containsExactly(0);
        }
    }

    private static Table categories(@Nullable String... values) {
        String[] labels = IntStream.range(0, values.length)
                .mapToObj(row -> row % 2 == 0 ? "a" : "b")
                .toArray(String[]::new);
        return Table.builder().text("kind", labels).text("place", values).build();
    }

    private static Map<String, @Nullable Object> row(String column, @Nullable Object value) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put(column, value);
        return row;
    }

    @Test
    void encode_default_givesUnknownAndMissingAFeatureEach() {
        Preparation preparation =
                prepare(Prepare.of("kind"), categories("sea", "hill", null)).preparation();
        assertThat(preparation.featureNames())
                .containsExactly("place#missing", "place#unknown", "place=hill", "place=sea");
        assertThat(preparation.apply(row("place", "sea"))).containsExactly(0, 0, 0, 1);
        assertThat(preparation.apply(row("place", "moon"))).containsExactly(0, 1, 0, 0);
        assertThat(preparation.apply(row("place", null))).containsExactly(1, 0, 0, 0);
    }

    @Test
    void encode_ignoreAndMode_givesNoOtherFeature() {
        Encode encode =
                Encode.OneHot.defaults().withUnknown(Encode.Unknown.IGNORE).withMissing(Encode.Missing.MODE);
        Prepared prepared = prepare(Prepare.of("kind").withEncode(encode), categories("sea", "hill", null, "sea"));
        assertThat(prepared.preparation().featureNames()).containsExactly("place=hill", "place=sea");
        assertThat(column(prepared, "place=sea")).containsExactly(1, 0, 1, 1);
        assertThat(prepared.preparation().apply(row("place", "moon"))).containsExactly(0, 0);
        assertThat(prepared.preparation().apply(row("place", null))).containsExactly(0, 1);
    }

    @Test
    void encode_error_refusesUnknownAndMissing() {
        Encode encode =
                Encode.OneHot.defaults().withUnknown(Encode.Unknown.ERROR).withMissing(Encode.Missing.ERROR);
        Prepared prepared = prepare(Prepare.of("kind").withEncode(encode), categories("sea", "hill"));
        assertFault(
                () -> prepared.preparation().apply(row("place", "seas")),
                "[PREPARE_UNKNOWN_CATEGORY] column \"place\" holds \"seas\", which the training part did not have: it had"
                        + " hill, sea. Did you mean \"sea\"? Prepare with another rule for unknown categories to accept it.");
        assertFault(
                () -> prepared.preparation().apply(row("place", null)),
                "[PREPARE_MISSING_VALUE] column \"place\" has no value, and the model was prepared with encode that allows"
                        + " none. Give a value, or prepare with another encode.");
        assertFault(
                () -> prepared.preparation().apply(categories("sea", "moon")).row(1),
                "[PREPARE_UNKNOWN_CATEGORY] column \"place\" holds \"moon\" in row 2, which the training part did not have:"
                        + " it had hill, sea. Prepare with another rule for unknown categories to accept it.");
        assertFault(
                () -> prepare(Prepare.of("kind").withEncode(encode), categories("sea", null, "hill")),
                "[PREPARE_MISSING_VALUE] column \"place\" has no value in 1 of 3 training rows, and encode allows none. Set"
                        + " encode to fill them, or remove the rows.");
    }

    @Test
    void booleans_missing_countAsTheMoreFrequent() {
        Table table = Table.builder()
                .text("kind", "a", "b", "a", "b")
                .booleans("adult", true, null, true, false)
                .booleans("even", true, null, true, null)
                .build();
        Prepared prepared = prepare(Prepare.of("kind"), table);
        assertThat(column(prepared, "adult")).containsExactly(1, 1, 1, 0);
        assertThat(prepared.preparation().apply(Map.of("adult", false, "even", true)))
                .containsExactly(0, 1);
    }

    @Test
    void booleans_asOftenTrueAsFalse_fillWithFalse() {
        Table table = Table.builder()
                .text("kind", "a", "b", "a")
                .booleans("adult", true, null, false)
                .build();
        assertThat(column(prepare(Prepare.of("kind"), table), "adult")).containsExactly(1, 0, 0);
    }

    @Test
    void prepare_columns_takesOnlyThose() {
        Prepared prepared = prepare(Prepare.of("Species").withColumns("Island", "Adult"), Tables.birds(1, 30));
        assertThat(prepared.preparation().columns())
                .containsExactly(
                        new InputColumn("Island", ColumnType.TEXT), new InputColumn("Adult", ColumnType.BOOLEAN));
        assertThat(prepared.inputs().columnNames()).containsExactly("Island", "Adult");
    }

    @Test
    void prepare_target_staysAsItIs() {
        Table table = Tables.birds(1, 30);
        Prepared prepared = prepare(Prepare.of("Species"), table);
        assertThat(prepared.labels()).isEqualTo(table.column("Species"));
        assertThat(prepared.target().columnNames()).containsExactly("Species");
        assertThat(prepared.preparation().featureNames()).noneMatch(name -> name.contains("Species"));
        assertThat(prepared.profile().rows()).isEqualTo(30);
        assertThat(prepared.profile().columns()).hasSize(5);
    }

    /** Row by row and as a table: the same bits, with missing values and unknown categories. */
    @Test
    void apply_rowAlone_equalsTheTableBitForBit() {
        List<Impute> imputes =
                List.of(new Impute.Mean(), new Impute.Median(), new Impute.Mode(), new Impute.Constant(3.3));
        List<Scale> scales = List.of(new Scale.Standard(), new Scale.MinMax(), new Scale.Robust(), new Scale.None());
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Prepare settings = Prepare.of("Species")
                    .withImpute(imputes.get(random.nextInt(4)))
                    .withScale(scales.get(random.nextInt(4)))
                    .withEncode(Encode.OneHot.defaults()
                            .withUnknown(random.nextBoolean() ? Encode.Unknown.BUCKET : Encode.Unknown.IGNORE)
                            .withMissing(random.nextBoolean() ? Encode.Missing.BUCKET : Encode.Missing.MODE));
            Preparation preparation = prepare(settings, Tables.birds(seed, 40)).preparation();
            Table other = withUnknown(Tables.birds(seed + 1000, 40), random);
            Features features = preparation.apply(other);
            for (int row = 0; row < other.rowCount(); row++) {
                assertThat(bits(preparation.apply(rowOf(other, row))))
                        .as("seed %d, row %d", seed, row)
                        .isEqualTo(bits(features.row(row)));
            }
        }
    }

    private static Table withUnknown(Table table, Random random) {
        @Nullable String[] islands = new String[table.rowCount()];
        for (int row = 0; row < islands.length; row++) {
            islands[row] = random.nextInt(4) == 0
                    ? "Nowhere " + random.nextInt(3)
                    : table.text("Island").text(row);
            islands[row] = islands[row].isEmpty() ? null : islands[row];
        }
        return table.with(org.tributary.table.TextColumn.of("Island", islands));
    }

    private static Map<String, @Nullable Object> rowOf(Table table, int row) {
        Map<String, @Nullable Object> values = new HashMap<>(table.row(row).asMap());
        table.columnNames().forEach(name -> values.putIfAbsent(name, null));
        return values;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void apply_wholeForNumberAndBack_isAccepted() {
        Preparation preparation = prepare(plain(), numbers(1.5, 2, 9)).preparation();
        assertThat(preparation.apply(Table.builder().wholes("size", 4).build()).row(0))
                .containsExactly(4);
        assertThat(preparation.apply(Map.of("size", 4))).containsExactly(4);
        assertThat(preparation.apply(Map.of("size", 4L, "other", "x"))).containsExactly(4);
    }

    private static void assertFault(Runnable call, String text) {
        assertThatThrownBy(call::run).isInstanceOf(PipelineException.class).hasMessage(text);
    }

    @Test
    void apply_missingColumnOrWrongType_namesIt() {
        Preparation preparation =
                prepare(Prepare.of("Species"), Tables.birds(1, 30)).preparation();
        assertFault(
                () -> preparation.apply(Map.of("Bil (mm)", 3, "Island", "Dream")),
                "[PREPARE_NO_VALUE] the row has no \"Bill (mm)\": it has Bil (mm), Island. Did you mean \"Bil (mm)\"? Give"
                        + " null for a missing value.");
        assertFault(
                () -> preparation.apply(Map.of("Bill (mm)", "long")),
                "[PREPARE_WRONG_TYPE] column \"Bill (mm)\" takes a number, not \"long\" of type String.");
        assertFault(
                () -> preparation.apply(Map.of("Bill (mm)", 3, "Mass (g)", 4, "Island", 7, "Adult", true)),
                "[PREPARE_WRONG_TYPE] column \"Island\" takes a text, not \"7\" of type Integer.");
        assertFault(
                () -> preparation.apply(Map.of("Bill (mm)", 3, "Mass (g)", 4, "Island", "Dream", "Adult", 1)),
                "[PREPARE_WRONG_TYPE] column \"Adult\" takes a boolean, not \"1\" of type Integer.");
        assertFault(
                () -> preparation.apply(Tables.birds(1, 30).drop(List.of("Island"))),
                "[PREPARE_NO_COLUMN] the table has no column \"Island\": columns are Species, Bill (mm), Mass (g), Adult.");
        assertFault(
                () -> preparation.apply(
                        Tables.birds(1, 1).with(org.tributary.table.TextColumn.of("Mass (g)", "heavy"))),
                "[PREPARE_WRONG_TYPE] column \"Mass (g)\" is of type text, and was of type number in the training part."
                        + " Convert it in clean.");
        assertFault(
                () -> preparation.apply(Map.of("Bill (mm)", Double.POSITIVE_INFINITY)),
                "[PREPARE_NOT_FINITE] column \"Bill (mm)\" holds Infinity, which is no finite number after scaling. Set a"
                        + " range in clean.");
    }

    @Test
    void prepare_badTarget_saysWhatIsWrong() {
        Table table = Tables.birds(1, 30);
        assertFault(
                () -> prepare(Prepare.of("Specis"), table),
                "[PREPARE_NO_TARGET] the table has no target column \"Specis\": columns are Species, Bill (mm), Mass (g),"
                        + " Island, Adult. Did you mean \"Species\"?");
        assertFault(
                () -> prepare(
                        Prepare.of("kind"),
                        categories("x", "y").with(org.tributary.table.TextColumn.of("kind", "a", null))),
                "[PREPARE_MISSING_TARGET] 1 of 2 training rows have no value in the target column \"kind\". Remove such rows"
                        + " before the split.");
        assertFault(
                () -> prepare(
                        Prepare.of("kind"),
                        categories("x", "y").with(org.tributary.table.TextColumn.of("kind", "a", "a"))),
                "[PREPARE_ONE_CLASS] the target column \"kind\" holds \"a\" in each of the 2 training rows: there is nothing"
                        + " to tell apart. Check the target, and what clean and split leave of it.");
        assertFault(
                () -> prepare(Prepare.of("Bill (mm)"), table),
                "[PREPARE_TARGET_TYPE] the target column \"Bill (mm)\" is of type number: classes are text, boolean or whole"
                        + " numbers. Convert it in clean.");
        assertFault(
                () -> prepare(Prepare.of("Species"), table.rows(new int[0])),
                "[PREPARE_EMPTY_TABLE] the training part has no rows. Check what clean removes and how split divides.");
        assertFault(
                () -> prepare(Prepare.of("kind"), categories("x", "y").select(List.of("kind"))),
                "[PREPARE_NO_FEATURES] the table has no column besides the target \"kind\". Keep at least one to learn from.");
        assertFault(
                () -> Prepare.of("kind").withColumns("place", "kind"),
                "[PREPARE_TARGET_IS_FEATURE] columns names the target \"kind\": a model may not see what it is to find."
                        + " Remove it from columns.");
    }

    @Test
    void prepare_badColumn_saysWhatIsWrong() {
        assertFault(
                () -> Prepare.of("kind").withColumns("place", "place"),
                "[PREPARE_COLUMN_TWICE] columns names \"place\" twice. Remove one.");
        assertFault(
                () -> prepare(Prepare.of("kind").withColumns("plase"), categories("x", "y")),
                "[PREPARE_NO_COLUMN] the table has no column \"plase\": columns are kind, place. Did you mean \"place\"?");
        assertFault(
                () -> prepare(plain(), numbers(NONE, NONE)),
                "[PREPARE_ALL_MISSING] column \"size\" has no value in any of the 2 training rows. Drop it in clean, or leave"
                        + " it out of columns.");
        assertFault(
                () -> prepare(plain().withImpute(new Impute.None()), numbers(NONE, 2)),
                "[PREPARE_MISSING_VALUE] column \"size\" has no value in 1 of 2 training rows, and impute allows none. Set"
                        + " impute to fill them, or remove the rows.");
        assertFault(
                () -> prepare(
                        plain(),
                        numbers(1, 2)
                                .with(org.tributary.table.TimeColumn.of(
                                        "day", LocalDateTime.MIN.withYear(2020), null))),
                "[PREPARE_TIME_COLUMN] column \"day\" holds dates or times, which are no feature as they are. Turn it into"
                        + " parts in clean, or leave it out of columns.");
        assertFault(
                () -> prepare(Prepare.of("kind"), numbers(1, Double.POSITIVE_INFINITY)),
                "[PREPARE_NOT_FINITE] column \"size\" holds infinite or too large numbers: their mean or spread is no finite"
                        + " number. Set a range in clean.");
        assertFault(
                () -> new Impute.Constant(NONE),
                "[PREPARE_CONSTANT] impute cannot fill with NaN: the constant must be a finite number.");
        assertFault(
                () -> prepare(
                        Prepare.of("kind"),
                        categories("b=c", "c")
                                .rename(Map.of("place", "a"))
                                .with(org.tributary.table.TextColumn.of("a=b", "c", "d"))),
                "[PREPARE_FEATURE_CLASH] two features would be named \"a=b=c\". Rename the column or the category that gives"
                        + " it.");
    }

    @Test
    void prepare_imputeNone_refusesAMissingNumberAndBooleanLater() {
        Preparation preparation = prepare(
                        plain().withImpute(new Impute.None()),
                        numbers(1, 2).with(org.tributary.table.BooleanColumn.of("adult", true, false)))
                .preparation();
        assertFault(
                () -> preparation.apply(row("size", null)),
                "[PREPARE_MISSING_VALUE] column \"size\" has no value, and the model was prepared with impute that allows"
                        + " none. Give a value, or prepare with another impute.");
        Map<String, @Nullable Object> noAdult = row("adult", null);
        noAdult.put("size", 1);
        assertFault(
                () -> preparation.apply(noAdult),
                "[PREPARE_MISSING_VALUE] column \"adult\" has no value, and the model was prepared with impute that allows"
                        + " none. Give a value, or prepare with another impute.");
    }

    @Test
    void prepare_manyCategories_warnsOrRefuses() {
        StepLog log = new StepLog();
        Prepare.of("kind").run(categories("v", "w", "x", "x"), log);
        assertThat(log.warnings)
                .containsExactly(
                        "column \"place\" has 3 categories in 4 training rows: a model may learn single rows by heart."
                                + " If it is a name or an id, leave it out of columns.");
        String[] names = IntStream.range(0, 1001).mapToObj(row -> "n" + row).toArray(String[]::new);
        assertFault(
                () -> prepare(Prepare.of("kind"), categories(names)),
                "[PREPARE_MANY_CATEGORIES] column \"place\" has 1001 categories, more than 1000: one feature each would be"
                        + " too many. Drop it in clean, leave it out of columns, or group rare categories with rare.");
    }

    @Test
    void prepare_viewOfATable_learnsOnlyFromItsRows() {
        Table table = categories("sea", "hill", "moon");
        Preparation preparation = prepare(Prepare.of("kind"), table.slice(0, 2)).preparation();
        assertThat(preparation.featureNames()).doesNotContain("place=moon");
        assertThat(preparation.apply(table).row(2)).containsExactly(0, 1, 0, 0);
    }

    @Test
    void fit_alone_learnsWhatRunLearns() {
        Table table = Tables.birds(1, 30);
        assertThat(Prepare.of("Species").fit(table))
                .isEqualTo(prepare(Prepare.of("Species"), table).preparation());
    }
}
