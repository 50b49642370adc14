package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongCountsTest {

    @Test
    void add_randomValues_agreesWithAMap() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            LongCounts counts = new LongCounts(10_000);
            Map<Long, Integer> expected = new HashMap<>();
            int spread = 1 + random.nextInt(3000);
            for (int k = 0; k < 4000; k++) {
                long value = random.nextInt(spread) * (i % 2 == 0 ? 1L : 1L << 40);
                counts.add(value);
                expected.merge(value, 1, Integer::sum);
            }
            Map<Long, Integer> seen = new HashMap<>();
            for (long value : counts.sorted()) {
                seen.put(value, counts.count(value));
            }
            assertThat(counts.sorted()).as("seed 5 case %d", i).isSorted();
            assertThat(seen).as("seed 5 case %d", i).isEqualTo(expected);
            assertThat(counts.distinct()).isEqualTo(expected.size());
            assertThat(counts.isFull()).isFalse();
        }
    }

    @Test
    void add_moreThanTheCap_stopsThere() {
        LongCounts counts = new LongCounts(3);
        for (long value = 0; value < 10; value++) {
            counts.add(value);
        }
        assertThat(counts.distinct()).isEqualTo(3);
        assertThat(counts.isFull()).isTrue();
    }
}
