package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tributary.runtime.store.StoreSamples.bytes;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealTest {
    private static final Seal SEAL = Seal.of("result-abc", bytes("body"));

    private static String line(Seal seal) {
        return new String(seal.line(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void parse_ofItsLine_isTheSeal() throws DamageException {
        assertThat(Seal.parse(line(SEAL))).isEqualTo(SEAL);
        assertThat(SEAL.length()).isEqualTo(4);
        assertThat(SEAL.isNewer()).isFalse();
    }

    @Test
    void parse_anyFlippedBit_isDamage() {
        String line = line(SEAL);
        for (int bit = 0; bit < line.length() * 8; bit++) {
            char[] flipped = line.toCharArray();
            flipped[bit / 8] ^= (char) (1 << (bit % 8));
            assertThatThrownBy(() -> Seal.parse(new String(flipped)))
                    .as("bit " + bit)
                    .isInstanceOf(DamageException.class);
        }
        assertThat(line.length() * 8).isGreaterThan(800);
    }

    @Test
    void parse_anyCut_isDamage() {
        String line = line(SEAL);
        for (int length = 0; length < line.length(); length++) {
            String cut = line.substring(0, length);
            assertThatThrownBy(() -> Seal.parse(cut)).as(cut).isInstanceOf(DamageException.class);
        }
    }

    @Test
    void parse_lineOfANewerVersion_tellsOnlyThat() throws DamageException {
        Seal newer = Seal.parse(line(new Seal(17, "things we do not know", 99, "another digest")));

        assertThat(newer.isNewer()).isTrue();
        assertThat(newer.version()).isEqualTo(17);
    }

    @Test
    void parse_checkedLineOfNoKnownForm_isDamage() {
        assertThatThrownBy(() -> Seal.parse(line(new Seal(1, "two words", 4, "no digest"))))
                .isInstanceOf(DamageException.class)
                .hasMessage("its first line is of no known form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "tributary ",
                "tributary 2",
                "tributary  2 a ",
                "tributary -2 a ",
                "tributary +2 a ",
                "tributary 1234567890 a ",
                "tributary two a ",
                "Tributary 2 a ",
                " tributary 2 a "
            })
    void parse_checkedLineOfAnotherStart_isDamage(String checked) {
        String line = checked + Sha256.hex(checked).substring(0, 16);
        assertThatThrownBy(() -> Seal.parse(line))
                .isInstanceOf(DamageException.class)
                .hasMessage("its first line is not what was written");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a 4 %s", "a 4 %s  ", "a -4 %s ", "a 1234567890123456789 %s ", " 4 %s ", "a 4 %s0 ", "a 4 %s b "
            })
    void parse_checkedLineOfAnotherRest_isDamage(String form) {
        String checked = "tributary 1 " + form.formatted(Sha256.hex(""));
        String line = checked + Sha256.hex(checked).substring(0, 16);
        assertThatThrownBy(() -> Seal.parse(line))
                .isInstanceOf(DamageException.class)
                .hasMessage("its first line is of no known form");
    }

    @Test
    void line_ofTheLongestName_fitsIntoWhatIsRead() {
        String longest = StoreLayout.escape("Ü".repeat(1000));

        assertThat(new Seal(1, "latest-" + longest, Long.MAX_VALUE, Sha256.hex("")).line())
                .hasSizeLessThan(Seal.MAX_LENGTH);
    }
}
