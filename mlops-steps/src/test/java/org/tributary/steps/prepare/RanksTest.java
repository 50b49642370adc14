package org.tributary.steps.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {

    /** Numbers that lie near to each other, far apart, at the ends, and the two zeros. */
    private static double any(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(3) - 1;
            case 1 -> random.nextGaussian();
            case 2 -> random.nextBoolean() ? 0.0 : -0.0;
            case 3 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            default -> {
                double bits = Double.longBitsToDouble(random.nextLong());
                yield Double.isNaN(bits) ? 1 : bits;
            }
        };
    }

    @Test
    void at_anyPlace_isThatOfTheSortedNumbers() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            double[] values = new double[1 + random.nextInt(60)];
            Arrays.setAll(values, at -> any(random));
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            Ranks ranks = new Ranks(values);
            for (int place = 0; place < values.length; place++) {
                assertThat(Double.doubleToRawLongBits(ranks.at(place)))
                        .as("seed %d, place %d", seed, place)
                        .isEqualTo(Double.doubleToRawLongBits(sorted[place]));
            }
        }
    }
}
