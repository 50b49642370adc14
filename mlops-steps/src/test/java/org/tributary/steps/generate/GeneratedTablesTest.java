package org.tributary.steps.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tributary.data.DataInput;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Source;
import org.tributary.steps.StepLog;
import org.tributary.table.Column;
import org.tributary.table.Table;
import org.tributary.table.TableCodec;

/** What all generators promise. */
class GeneratedTablesTest {
    private static final int ROWS = 1000;

    /** Each generator, with the digest of what it has made since its first version: other bytes make stored results stale. */
    enum Kind {
        CLASSIFICATION("13b4ac44aa00cdff"),
        REGRESSION("b67ee7784a4dcd72"),
        CLUSTERS("208169b04acb7838"),
        CATEGORIES("666d01749220686f"),
        DRIFT("9b6fa1ac285ecb44"),
        HIGGS("667d85ceec0f7ede");

        private final String digest;

        Kind(String digest) {
            this.digest = digest;
        }

        Source<Table> of(int rows, double missing, long seed) {
            return switch (this) {
                case CLASSIFICATION ->
                    ClassificationData.of(rows)
                            .withNoise(0.1)
                            .withMissing(missing)
                            .withSeed(seed);
                case REGRESSION ->
                    RegressionData.of(rows).withNoise(0.5).withMissing(missing).withSeed(seed);
                case CLUSTERS -> ClusterData.of(rows).withMissing(missing).withSeed(seed);
                case CATEGORIES ->
                    CategoryData.of(rows).withNoise(0.1).withMissing(missing).withSeed(seed);
                case DRIFT ->
                    DriftData.of(rows)
                            .withTurn(0.5)
                            .withNoise(0.1)
                            .withMissing(missing)
                            .withSeed(seed);
                case HIGGS ->
                    HiggsData.of(rows).withNoise(0.1).withMissing(missing).withSeed(seed);
            };
        }

        Table table(int rows, double missing, long seed) throws Exception {
            return of(rows, missing, seed).run(new StepLog());
        }
    }

    @ParameterizedTest
    @EnumSource
    void run_inEachLocale_givesTheBytesItAlwaysGave(Kind kind) throws Exception {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("en-US", "tr-TR-u-nu-arab", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(digest(kind.table(ROWS, 0.1, 42))).as(tag).isEqualTo(kind.digest);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void run_anotherSeed_givesOtherValuesInEachColumnButTime(Kind kind) throws Exception {
        Table one = kind.table(ROWS, 0, 1);
        Table two = kind.table(ROWS, 0, 2);
        assertThat(one.columns()).hasSizeGreaterThan(2);
        for (Column column : one.columns()) {
            assertThat(column.equals(two.column(column.name())))
                    .as(column.name())
                    .isEqualTo(column.name().equals("time"));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DRIFT")
    void run_moreRows_beginsWithTheSameOnes(Kind kind) throws Exception {
        assertThat(kind.table(ROWS, 0.1, 5).slice(0, 137)).isEqualTo(kind.table(137, 0.1, 5));
    }

    @ParameterizedTest
    @EnumSource
    void run_withMissing_leavesOutThatShareOfFeaturesAndChangesNothingElse(Kind kind) throws Exception {
        Table full = kind.table(ROWS, 0, 9);
        Table gaps = kind.table(ROWS, 0.2, 9);
        for (Column column : gaps.columns()) {
            // Of 1000 draws with a share of 0.2 the deviation is 13: five of them.
            boolean feature = !List.of("label", "target", "cluster", "time").contains(column.name());
            assertThat(column.missingCount()).as(column.name()).isBetween(feature ? 137 : 0, feature ? 263 : 0);
            for (int row = 0; row < ROWS; row++) {
                String text = full.column(column.name()).text(row);
                assertThat(column.text(row)).isEqualTo(column.isMissing(row) ? "" : text);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void run_allMissing_keepsWhatIsToBeFound(Kind kind) throws Exception {
        Table table = kind.table(20, 1, 3);
        long complete = table.columns().stream()
                .filter(column -> column.missingCount() == 0)
                .count();
        assertThat(complete).isEqualTo(kind == Kind.DRIFT ? 2 : 1);
        assertThat(table.columns().stream().filter(column -> column.missingCount() == 20))
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void run_logsRowsAndProgressAndStopsWhenCancelled(Kind kind) throws Exception {
        StepLog log = new StepLog();
        kind.of(20_000, 0, 1).run(log);
        assertThat(log.metrics).containsOnlyKeys("step.rows").containsEntry("step.rows", 20_000.0);
        assertThat(log.progress).containsExactly("0/20000", "8192/20000", "16384/20000", "20000/20000");
        assertThatThrownBy(() -> kind.of(20_000, 0, 1).run(StepLog.cancelledAfter(1)))
                .isInstanceOf(InterruptedException.class);
    }

    @ParameterizedTest
    @EnumSource
    void inputs_tellAVersionSoThatTheTableIsCached(Kind kind) {
        String id = "generate-" + kind.name().toLowerCase(Locale.ROOT);
        assertThat(kind.of(1, 0, 1).inputs()).containsExactly(DataInput.version(id + " 1"));
    }

    @Test
    void table_withoutAPipeline_isWhatTheStepGives() throws Exception {
        assertThat(ClassificationData.of(50).table())
                .isEqualTo(ClassificationData.of(50).run(new StepLog()));
        assertThat(RegressionData.of(50).table())
                .isEqualTo(RegressionData.of(50).run(new StepLog()));
        assertThat(ClusterData.of(50).table()).isEqualTo(ClusterData.of(50).run(new StepLog()));
        assertThat(CategoryData.of(50).table()).isEqualTo(CategoryData.of(50).run(new StepLog()));
        assertThat(DriftData.of(50).table()).isEqualTo(DriftData.of(50).run(new StepLog()));
        assertThat(HiggsData.of(50).table()).isEqualTo(HiggsData.of(50).run(new StepLog()));
    }

    @Test
    void defaultsAndWith_changeOneSettingEach() {
        assertThat(ClassificationData.of(9)).isEqualTo(new ClassificationData(9, 10, 5, 2, 0, 0, 42));
        assertThat(ClassificationData.of(9)
                        .withFeatures(8, 4)
                        .withClasses(3)
                        .withNoise(0.1)
                        .withMissing(0.2)
                        .withSeed(1))
                .isEqualTo(new ClassificationData(9, 8, 4, 3, 0.1, 0.2, 1));
        assertThat(RegressionData.of(9)).isEqualTo(new RegressionData(9, 10, 5, 0, 0, 42));
        assertThat(RegressionData.of(9)
                        .withFeatures(8, 4)
                        .withNoise(3)
                        .withMissing(0.2)
                        .withSeed(1))
                .isEqualTo(new RegressionData(9, 8, 4, 3, 0.2, 1));
        assertThat(ClusterData.of(9)).isEqualTo(new ClusterData(9, 2, 3, 10, 1, 0, 42));
        assertThat(ClusterData.of(9)
                        .withFeatures(5)
                        .withClusters(4)
                        .withDistance(7)
                        .withNoise(2)
                        .withMissing(0.2)
                        .withSeed(1))
                .isEqualTo(new ClusterData(9, 5, 4, 7, 2, 0.2, 1));
        assertThat(CategoryData.of(9)).isEqualTo(new CategoryData(9, 10, 100, 0, 0, 42));
        assertThat(CategoryData.of(9)
                        .withColumns(5)
                        .withCategories(7)
                        .withNoise(0.1)
                        .withMissing(0.2)
                        .withSeed(1))
                .isEqualTo(new CategoryData(9, 5, 7, 0.1, 0.2, 1));
        assertThat(DriftData.of(9)).isEqualTo(new DriftData(9, 5, 2, 0, 0, 0, 42));
        assertThat(DriftData.of(9)
                        .withFeatures(6)
                        .withShift(3)
                        .withTurn(0.5)
                        .withNoise(0.1)
                        .withMissing(0.2)
                        .withSeed(1))
                .isEqualTo(new DriftData(9, 6, 3, 0.5, 0.1, 0.2, 1));
        assertThat(HiggsData.of(9)).isEqualTo(new HiggsData(9, 0, 0, 42));
        assertThat(HiggsData.of(9).withNoise(0.1).withMissing(0.2).withSeed(1))
                .isEqualTo(new HiggsData(9, 0.1, 0.2, 1));
    }

    @Test
    void of_settingOutOfRange_isRefused() {
        fails(() -> ClassificationData.of(0), "rows is 0: it must be from 1 to 2147483639.");
        fails(() -> HiggsData.of(-1), "rows is -1: it must be from 1 to 2147483639.");
        fails(
                () -> ClassificationData.of(9).withFeatures(3, 4),
                "informative is 4: it must be at most features, which is 3.");
        fails(
                () -> ClassificationData.of(9).withClasses(6),
                "classes is 6: it must be at most informative, which is 5.");
        fails(() -> ClassificationData.of(9).withClasses(1), "classes is 1: it must be from 2 to 1000.");
        fails(() -> ClassificationData.of(9).withNoise(0.6), "noise is 0.6: it must be from 0.0 to 0.5.");
        fails(() -> ClassificationData.of(9).withMissing(Double.NaN), "missing is NaN: it must be from 0.0 to 1.0.");
        fails(() -> RegressionData.of(9).withFeatures(0, 1), "features is 0: it must be from 1 to 100000.");
        fails(
                () -> RegressionData.of(9).withFeatures(2, 3),
                "informative is 3: it must be at most features, which is 2.");
        fails(() -> RegressionData.of(9).withNoise(-1), "noise is -1.0: it must be from 0.0 to 1000000.0.");
        fails(() -> ClusterData.of(9).withClusters(0), "clusters is 0: it must be from 1 to 1000.");
        fails(
                () -> ClusterData.of(9).withDistance(Double.POSITIVE_INFINITY),
                "distance is Infinity: it must be from 0.0 to 1000000.0.");
        fails(() -> CategoryData.of(9).withCategories(1), "categories is 1: it must be from 2 to 1000000.");
        fails(() -> CategoryData.of(9).withColumns(0), "columns is 0: it must be from 1 to 10000.");
        fails(() -> DriftData.of(9).withFeatures(1), "features is 1: it must be from 2 to 100000.");
        fails(() -> DriftData.of(9).withTurn(1.5), "turn is 1.5: it must be from 0.0 to 1.0.");
        fails(() -> DriftData.of(9).withShift(-1), "shift is -1.0: it must be from 0.0 to 1000000.0.");
        fails(() -> HiggsData.of(9).withMissing(1.1), "missing is 1.1: it must be from 0.0 to 1.0.");
    }

    private static void fails(Supplier<Source<Table>> data, String message) {
        assertThatThrownBy(data::get).isInstanceOf(PipelineException.class).hasMessage("[GENERATE_RANGE] " + message);
    }

    /** The first digits, which are enough to tell a change. */
    private static String digest(Table table) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableCodec().encode(table, out);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
        return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
    }
}
