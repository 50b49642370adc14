package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DictionaryTest {

    @Test
    void code_equalTexts_isTheSame() {
        Dictionary dictionary = new Dictionary();
        assertThat(dictionary.code("a")).isZero();
        assertThat(dictionary.code("")).isEqualTo(1);
        assertThat(dictionary.code(utf8("xax"), 1, 1)).isZero();
        assertThat(dictionary.code(utf8("xax"), 1, 0)).isEqualTo(1);
        assertThat(dictionary.entries()).containsExactly("a", "");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void code_textAndItsBytes_isTheSame() {
        Dictionary dictionary = new Dictionary();
        for (String text : List.of("plain", "caf\u00e9", "\u20ac", "\ud83d\udc27", "\uD83D")) {
            int code = dictionary.code(text);
            byte[] bytes = utf8(text);
            boolean lost = !new String(bytes, StandardCharsets.UTF_8).equals(text);
            assertThat(dictionary.code(bytes, 0, bytes.length) == code).as(text).isNotEqualTo(lost);
        }
    }

    @Test
    void code_randomTexts_agreesWithAList() {
        SplittableRandom random = new SplittableRandom(8);
        Dictionary dictionary = new Dictionary();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            String text = Integer.toString(random.nextInt(1500), 36).repeat(random.nextInt(3));
            if (!known.contains(text)) {
                known.add(text);
            }
            assertThat(dictionary.code(text)).as("seed 8 case %d", i).isEqualTo(known.indexOf(text));
        }
        assertThat(dictionary.entries()).isEqualTo(known);
    }

    @Test
    @Timeout(30)
    void code_textsOfOneStringHash_staysFast() {
        Dictionary dictionary = new Dictionary();
        String[] pairs = {"Aa", "BB"};
        for (int i = 0; i < 1 << 16; i++) {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 16; bit++) {
                text.append(pairs[i >> bit & 1]);
            }
            assertThat(dictionary.code(text.toString())).isEqualTo(i);
        }
    }
}
