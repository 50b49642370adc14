package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberShapeTest {

    @ParameterizedTest
    @CsvSource({
        "0, WHOLE",
        "7, WHOLE",
        "-7, WHOLE",
        "9223372036854775807, WHOLE",
        "-9223372036854775808, WHOLE",
        "123456789012345678, WHOLE",
        "-0, DECIMAL",
        "1.5, DECIMAL",
        "-1.5, DECIMAL",
        ".5, DECIMAL",
        "5., DECIMAL",
        "1e5, DECIMAL",
        "1E-5, DECIMAL",
        "1.5e+10, DECIMAL",
        "0.0, DECIMAL",
        "1e400, DECIMAL",
        "-0.0, DECIMAL",
        "NaN, SPECIAL",
        "Infinity, SPECIAL",
        "-Infinity, SPECIAL",
        "007, CODE",
        "+5, CODE",
        "00, CODE",
        "-01, CODE",
        "01.5, CODE",
        "+1.5, CODE",
        "9223372036854775808, CODE",
        "12345678901234567890, CODE",
        "'', OTHER",
        "-, OTHER",
        "+, OTHER",
        "., OTHER",
        "-., OTHER",
        "e5, OTHER",
        "1e, OTHER",
        "1e+, OTHER",
        "1.2.3, OTHER",
        "1d, OTHER",
        "1f, OTHER",
        "0x1F, OTHER",
        "1_000, OTHER",
        "'1,5', OTHER",
        "٣٤, OTHER",
        "nan, OTHER",
        "Infinity and more, OTHER",
        "1 2, OTHER",
        "--1, OTHER",
        "N, OTHER"
    })
    void of_text_isThisShape(String text, NumberShape shape) {
        byte[] within = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
        assertThat(NumberShape.of(within, 1, within.length - 1)).isEqualTo(shape);
    }
}
