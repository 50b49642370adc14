package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyRanksTest {
    private static final long SEED = 11;

    @Test
    void at_randomKeys_agreesWithSorting() {
        SplittableRandom random = new SplittableRandom(SEED);
        LongSupplier[] kinds = {
            random::nextLong,
            () -> random.nextInt(5),
            () -> 7,
            () -> random.nextLong() >> random.nextInt(64),
            () -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE - random.nextInt(3)
        };
        for (int i = 0; i < 300; i++) {
            long[] keys = LongStream.generate(kinds[i % kinds.length])
                    .limit(1 + random.nextInt(3000))
                    .toArray();
            long[] sorted = LongStream.of(keys).sorted().toArray();
            int[] ranks = {0, sorted.length / 3, sorted.length / 2, sorted.length - 1};
            assertThat(KeyRanks.at(keys, ranks))
                    .as("seed %d case %d", SEED, i)
                    .containsExactly(sorted[ranks[0]], sorted[ranks[1]], sorted[ranks[2]], sorted[ranks[3]]);
        }
    }

    /** Numbers that lie near to each other, far apart, at the ends, the two zeros, and NaN with any bits. */
    private static double any(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(3) - 1;
            case 1 -> random.nextDouble();
            case 2 -> random.nextBoolean() ? 0.0 : -0.0;
            case 3 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            case 4 -> Double.longBitsToDouble(-1L >>> random.nextInt(2));
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }

    @Test
    void ofNumbers_allRanksInAnyOrder_areTheSortedNumbers() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            double[] numbers = DoubleStream.generate(() -> any(random))
                    .limit(1 + random.nextInt(300))
                    .toArray();
            double[] given = numbers.clone();
            int[] ranks = IntStream.range(0, 2 * numbers.length)
                    .map(place -> random.nextInt(numbers.length))
                    .toArray();
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            double[] wanted =
                    IntStream.of(ranks).mapToDouble(rank -> sorted[rank]).toArray();
            assertThat(KeyRanks.ofNumbers(numbers, ranks))
                    .as("seed %d case %d", SEED, i)
                    .isEqualTo(wanted);
            assertThat(numbers).isEqualTo(given);
        }
    }

    @Test
    void ofNumbers_rankBehindTheLast_isRefused() {
        assertThatThrownBy(() -> KeyRanks.ofNumbers(new double[100], 0, 100))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
