package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "18, 18",
        "18.7, 18.7",
        "-0.0, -0",
        "0, 0",
        "1e6, 1000000",
        "1e20, 100000000000000000000",
        "1e21, 1E+21",
        "0.1, 0.1",
        "1e-7, 0.0000001",
        "1.5e-8, 1.5E-8",
        "9007199254740993, 9007199254740992",
        "2e-3, 0.002",
        "1e23, 1E+23",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "4.9e-324, 4.9E-324",
        "2.0e-5, 0.00002"
    })
    void of_number_isItsShortestText(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @Test
    void of_missing_isEmpty() {
        assertThat(NumberText.of(Double.NaN)).isEmpty();
    }

    @Test
    void of_anyNumber_readsBackAndIsNoLongerThanJavas() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(100_000) / 1000.0;
            if (Double.isFinite(value)) {
                String text = NumberText.of(value);
                assertThat(Double.parseDouble(text))
                        .as("seed %d case %d", seed, i)
                        .isEqualTo(value);
                assertThat(digits(text))
                        .as("seed %d case %d", seed, i)
                        .isLessThanOrEqualTo(digits(Double.toString(value)));
            }
        }
    }

    private static int digits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }
}
