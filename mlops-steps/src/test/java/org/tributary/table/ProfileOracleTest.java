package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tributary.table.ColumnProfile.Histogram;
import org.tributary.table.ColumnProfile.Quantiles;
import org.tributary.table.ColumnProfile.Spread;

/** Profiles of seeded random columns, below and above the cap on distinct values, against plain sorted values. */
class ProfileOracleTest {
    private static final long SEED = 29;

    /** Ways to draw numbers. */
    enum Kind {
        NORMAL,
        UNEVEN,
        FEW,
        FAR_OUTLIER,
        ANY_BITS,
        HUGE_RANGE,
        TINY,
        WITH_GAPS,
        WITH_INFINITIES,
        SORTED;

        DoubleSupplier source(SplittableRandom random) {
            return switch (this) {
                case NORMAL -> () -> normal(random);
                case UNEVEN -> () -> Math.exp(5 * normal(random));
                case FEW -> () -> random.nextInt(7) / 2.0 - 1;
                case FAR_OUTLIER -> () -> random.nextInt(5000) == 0 ? -1e200 : 1e6 + normal(random);
                case ANY_BITS -> () -> Double.longBitsToDouble(random.nextLong());
                case HUGE_RANGE -> () -> (random.nextDouble() * 2 - 1) * Double.MAX_VALUE;
                case TINY -> () -> random.nextInt(30_000) * Double.MIN_VALUE * (random.nextBoolean() ? 1 : -1);
                case WITH_GAPS -> () -> random.nextInt(3) == 0 ? Double.NaN : normal(random);
                case WITH_INFINITIES ->
                    () -> random.nextInt(9) == 0 ? 1 / (random.nextInt(2) - 0.5) * 1e308 : normal(random);
                case SORTED -> {
                    double[] last = {-1e9};
                    yield () -> last[0] += random.nextDouble();
                }
            };
        }

        private static double normal(SplittableRandom random) {
            return random.doubles(12).sum() - 6;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void of_randomNumbers_agreesWithSortedValues(Kind kind) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int rows : new int[] {1, 2, 5, 100, 4097, 40_000}) {
            double[] values =
                    DoubleStream.generate(kind.source(random)).limit(rows).toArray();
            check(NumberColumn.of("n", values), about(kind, rows));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void of_randomWholes_agreesWithSortedValues(Kind kind) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int rows : new int[] {1, 2, 5, 100, 4097, 40_000}) {
            DoubleSupplier source = kind.source(random);
            List<Long> values = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                double value = source.getAsDouble();
                values.add(Double.isNaN(value) ? null : (long) (value * 1e6));
            }
            check(WholeColumn.of("w", values), about(kind, rows));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void of_aView_isThatOfACopy(Kind kind) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values =
                DoubleStream.generate(kind.source(random)).limit(40_000).toArray();
        Table table = Table.builder().numbers("n", values).build();
        int[] rows = IntStream.generate(() -> random.nextInt(values.length))
                .limit(30_000)
                .toArray();
        double[] picked = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        assertThat(TableProfile.of(table.rows(rows)))
                .as("seed %d", SEED)
                .isEqualTo(TableProfile.of(Table.builder().numbers("n", picked).build()));
        double[] cut = Arrays.copyOfRange(values, 777, 39_000);
        assertThat(TableProfile.of(table.slice(777, 39_000)))
                .as("seed %d", SEED)
                .isEqualTo(TableProfile.of(Table.builder().numbers("n", cut).build()));
    }

    @Test
    void of_aViewOfWholesAndTimesWithGaps_isThatOfACopy() {
        SplittableRandom random = new SplittableRandom(SEED);
        WholeColumn.Builder wholes = WholeColumn.builder("w");
        TimeColumn.Builder times = TimeColumn.builder("t");
        for (int row = 0; row < 40_000; row++) {
            if (random.nextInt(5) == 0) {
                wholes.addMissing();
                times.addMissing();
            } else {
                wholes.add(random.nextLong() >> 20);
                times.addMicros(random.nextInt(50) * 86_400_000_000L);
            }
        }
        Table slice = Table.of(List.of(wholes.build(), times.build())).slice(777, 39_000);
        int[] same = IntStream.range(0, slice.rowCount()).toArray();
        assertThat(TableProfile.of(slice)).as("seed %d", SEED).isEqualTo(TableProfile.of(slice.rows(same)));
    }

    private static String about(Kind kind, int rows) {
        return "seed " + SEED + ", " + kind + ", " + rows + " rows";
    }

    private static void check(Column column, String about) {
        ColumnProfile profile =
                TableProfile.of(Table.of(List.of(column))).columns().get(0);
        double[] sorted = IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .mapToDouble(row -> column instanceof NumberColumn n ? n.value(row) : ((WholeColumn) column).value(row))
                .sorted()
                .toArray();
        assertThat(profile.count()).as(about).isEqualTo(sorted.length);
        assertThat(profile.missing()).as(about).isEqualTo(column.size() - sorted.length);
        long distinct = distinct(column);
        assertThat(profile.distinct()).as(about).isEqualTo(Math.min(distinct, ColumnProfile.DISTINCT_CAP));
        if (sorted.length > 0) {
            checkQuantiles(profile.quantiles().orElseThrow(), sorted, about);
            checkSpread(profile.numbers().orElseThrow(), sorted, about);
        }
        double[] finite = DoubleStream.of(sorted).filter(Double::isFinite).toArray();
        assertThat(profile.histogram().isPresent()).as(about).isEqualTo(finite.length > 0);
        profile.histogram().ifPresent(histogram -> checkHistogram(histogram, finite, about));
    }

    private static long distinct(Column column) {
        return IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .mapToObj(column::text)
                .collect(HashSet::new, HashSet::add, HashSet::addAll)
                .size();
    }

    private static void checkQuantiles(Quantiles quantiles, double[] sorted, String about) {
        double[] percents = {1, 5, 25, 50, 75, 95, 99};
        double[] expected = Arrays.stream(percents)
                .map(percent -> Arrays.stream(sorted)
                        .skip((long) Math.ceil(sorted.length * percent / 100) - 1)
                        .findFirst()
                        .orElseThrow())
                .toArray();
        assertThat(new double[] {
                    quantiles.p1(),
                    quantiles.p5(),
                    quantiles.p25(),
                    quantiles.p50(),
                    quantiles.p75(),
                    quantiles.p95(),
                    quantiles.p99()
                })
                .as(about)
                .containsExactly(expected);
    }

    private static void checkSpread(Spread spread, double[] sorted, String about) {
        assertThat(spread.min()).as(about).isEqualTo(sorted[0]);
        assertThat(spread.max()).as(about).isEqualTo(sorted[sorted.length - 1]);
        double[] finite = DoubleStream.of(sorted).filter(Double::isFinite).toArray();
        double mean = DoubleStream.of(finite).average().orElse(Double.NaN);
        double squares = 0;
        for (double value : finite) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, finite.length - 1));
        if (Double.isFinite(deviation) && finite.length > 0 && Math.abs(mean) > 1e-290) {
            Offset<Double> near = within(1e-9 * (deviation + Math.abs(mean)));
            assertThat(spread.mean()).as(about).isCloseTo(mean, near);
            assertThat(spread.deviation()).as(about).isCloseTo(deviation, within(1e-9 * deviation));
        }
    }

    private static void checkHistogram(Histogram histogram, double[] finite, String about) {
        List<Double> edges = histogram.edges();
        List<Long> expected = new ArrayList<>();
        for (int bin = 0; bin < histogram.counts().size(); bin++) {
            double from = edges.get(bin);
            double to = bin + 2 == edges.size() ? Double.POSITIVE_INFINITY : edges.get(bin + 1);
            expected.add(DoubleStream.of(finite)
                    .filter(value -> value >= from && value < to)
                    .count());
        }
        assertThat(histogram.counts()).as(about).isEqualTo(expected).hasSizeLessThanOrEqualTo(ColumnProfile.MOST_BINS);
        assertThat(edges).as(about).isSorted().startsWith(finite[0]);
        assertThat(edges.get(edges.size() - 1)).as(about).isGreaterThanOrEqualTo(finite[finite.length - 1]);
    }
}
