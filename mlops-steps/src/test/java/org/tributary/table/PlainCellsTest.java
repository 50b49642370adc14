package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCellsTest {
    @Test
    void readDecimal_randomNumbers_agreesWithTheJdk() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200_000; i++) {
            String text = decimal(random);
            PlainCells plain = plain(bytes("x" + text, random));
            int end = plain.readDecimal(1);
            int digits = (int) text.chars().filter(Character::isDigit).count();
            assertThat(end).as("seed 5 case %d: %s", i, text).isEqualTo(digits > 18 ? -1 : 1 + text.length());
            if (end > 0) {
                assertThat(plain.value()).as("seed 5 case %d: %s", i, text).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    private static String decimal(SplittableRandom random) {
        String whole = Long.toString(random.nextLong() >>> random.nextInt(64) & Long.MAX_VALUE);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "").append(whole);
        if (random.nextInt(4) > 0) {
            text.append('.');
            for (int i = random.nextInt(18); i > 0; i--) {
                text.append((char) ('0' + random.nextInt(10)));
            }
        }
        return text.toString();
    }

    /** What follows the number is a digit's neighbour now and then. */
    private static byte[] bytes(String text, SplittableRandom random) {
        String end = random.nextBoolean() ? "," : "\n";
        return (text + end + "0/:9,;.-~").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void readDecimal_randomDoubles_areExact() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 50_000; i++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(-2, 7));
            String text = new BigDecimal(Double.toString(value)).toPlainString();
            PlainCells plain = plain(bytes(text, random));
            int end = plain.readDecimal(0);
            if (end > 0) {
                assertThat(plain.value()).as("seed 6 case %d: %s", i, text).isEqualTo(value);
            }
        }
    }

    @Test
    void readDecimal_randomExponents_agreeWithTheJdk() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 100_000; i++) {
            String sign = List.of("", "+", "-").get(random.nextInt(3));
            String text = (decimal(random) + (random.nextBoolean() ? "e" : "E") + sign + random.nextInt(330));
            PlainCells plain = plain(bytes("x" + text, random));
            int end = plain.readDecimal(1);
            double expected = Double.parseDouble(text);
            int mantissa = (int) text.substring(0, text.toUpperCase(Locale.ROOT).indexOf('E'))
                    .chars()
                    .filter(Character::isDigit)
                    .count();
            boolean isPlain = mantissa <= 18 && !Double.isInfinite(expected);
            assertThat(end).as("seed 8 case %d: %s", i, text).isEqualTo(isPlain ? 1 + text.length() : -1);
            if (isPlain) {
                assertThat(plain.value()).as("seed 8 case %d: %s", i, text).isEqualTo(expected);
            }
        }
    }

    @Test
    void readWhole_randomNumbers_agreesWithTheJdk() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong() >> random.nextInt(5, 64);
            String text = Long.toString(value);
            PlainCells plain = plain(bytes(text, random));
            assertThat(plain.readWhole(0)).as("seed 7 case %d", i).isEqualTo(text.length());
            assertThat(plain.whole()).as("seed 7 case %d", i).isEqualTo(value);
        }
    }

    @Test
    void readDecimal_minusZero_keepsItsSign() {
        PlainCells plain = plain(line("-0"));
        assertThat(plain.readDecimal(0)).isEqualTo(2);
        assertThat(1 / plain.value()).isNegative();
    }

    @Test
    void of_anotherDecimal_readsThat() {
        PlainCells german = german("-12,5", ';');
        assertThat(german.readDecimal(0)).isEqualTo(5);
        assertThat(german.value()).isEqualTo(-12.5);
        assertThat(german("12.5", ';').readDecimal(0)).isEqualTo(-1);
        assertThat(german("12,5", ',').readDecimal(0)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                ".5",
                "01",
                "00",
                "-01.5",
                "1e",
                "1e+",
                "1e5.5",
                "1ee5",
                "1d5",
                "1e00001",
                "e5",
                "01e5",
                "12345678901234567e400",
                "1 ",
                " 1",
                "1.2.3",
                "NaN",
                "1a",
                "\"1\"",
                "--1",
                "1234567890123456789",
                "0.123456789012345678",
                "٣"
            })
    void readDecimal_otherForms_areLeftAlone(String text) {
        assertThat(plain(line(text)).readDecimal(0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-0", "1e5", "007", "1.0", "1.", "+1", "1234567890123456789", "x", " 1"})
    void readWhole_otherForms_areLeftAlone(String text) {
        assertThat(plain(line(text)).readWhole(0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a b", "it's", "quo\"te", "-12.5", "NAN"})
    void textEnd_usualText_isTheEnd(String text) {
        assertThat(plain(line(text)).textEnd(0)).isEqualTo(text.length());
        assertThat(plain(("x," + text + ",y\n").getBytes(StandardCharsets.UTF_8))
                        .textEnd(2))
                .isEqualTo(2 + text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "NA", "\"abc\"", " abc", "abc ", "\tabc", "abc\t", "a\0bc", "caf\u00e9"})
    void textEnd_otherText_isLeftAlone(String text) {
        assertThat(plain(line(text)).textEnd(0)).isEqualTo(-1);
    }

    @Test
    void textEnd_longText_isLeftAlone() {
        assertThat(plain(line("x".repeat(1 << 16))).textEnd(0)).isEqualTo(1 << 16);
        assertThat(plain(line("x".repeat((1 << 16) + 1))).textEnd(0)).isEqualTo(-1);
    }

    private static PlainCells plain(byte[] text) {
        return PlainCells.in(text, ',', '.', '"', 2);
    }

    private static PlainCells german(String text, char delimiter) {
        return PlainCells.in(line(text), delimiter, ',', '"', 2);
    }

    private static byte[] line(String text) {
        return (text + "\n12345678").getBytes(StandardCharsets.UTF_8);
    }
}
