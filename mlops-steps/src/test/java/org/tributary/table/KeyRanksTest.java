package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;
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
}
