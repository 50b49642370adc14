package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tributary.runtime.key.KebabCase;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "train,train,0",
        "trian,train,1",
        "epoch,epochs,1",
        "rates,rate,1",
        "kitten,sitting,3",
        "'',abc,3",
        "abc,'',3",
        "ab,ba,1",
        "a,b,1"
    })
    void distance_ofTwoTexts_countsEdits(String from, String to, int edits) {
        assertThat(Suggestion.distance(from, to)).isEqualTo(edits);
        assertThat(Suggestion.distance(to, from)).isEqualTo(edits);
    }

    @Test
    void text_nearName_suggestsTheNearest() {
        assertThat(new Suggestion("epoch", List.of("epsilon", "epochs", "seed")).text())
                .isEqualTo("Did you mean \"epochs\"? ");
    }

    @Test
    void text_severalAsNear_suggestsTheFirstInTheAlphabet() {
        assertThat(new Suggestion("cat", List.of("rat", "bat")).text()).isEqualTo("Did you mean \"bat\"? ");
    }

    @Test
    void text_noNearName_listsThemAll() {
        assertThat(new Suggestion("x", List.of("one", "two")).text()).isEqualTo("Valid: \"one\", \"two\". ");
        List<String> many =
                IntStream.range(100, 125).mapToObj(Integer::toString).toList();
        assertThat(new Suggestion("x", many).text()).endsWith("\"119\" and 5 more. ");
    }

    @Test
    void text_noValidName_isEmpty() {
        assertThat(new Suggestion("x", List.of()).text()).isEmpty();
        assertThat(Suggestion.none().text()).isEmpty();
    }

    @Test
    void text_longName_isNotCompared() {
        assertThat(new Suggestion("a".repeat(65), List.of("a".repeat(64))).text())
                .startsWith("Valid: ");
    }

    @ParameterizedTest
    @CsvSource({
        "batchSize,batch-size",
        "maxURLLength,max-url-length",
        "f1Score,f1-score",
        "Median,median",
        "OneHot,one-hot",
        "title,title",
        "TITLE,title",
        "iI,i-i"
    })
    void kebabCase_ofANameInAnyLocale_isSmallWithHyphens(String name, String kebab) {
        assertThat(KebabCase.of(name)).isEqualTo(kebab);
        assertThat(KebabCase.ofConstant("MIN_IMAX")).isEqualTo("min-imax");
    }

    @Test
    void limits_inWords_sayBothEnds() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(new Limits(1, infinity).text()).isEqualTo("at least 1");
        assertThat(new Limits(-infinity, 2.5).text()).isEqualTo("at most 2.5");
        assertThat(new Limits(0, 1).text()).isEqualTo("from 0 to 1");
        assertThat(new Limits(Double.MIN_VALUE, infinity).text()).isEqualTo("above 0");
        assertThat(new Limits(Double.MIN_VALUE, 1).text()).isEqualTo("above 0 and at most 1");
        assertThat(new Limits(0, 1).broken(Double.NaN)).hasValue("it must be from 0 to 1");
        assertThat(Limits.NONE.broken(Double.NaN)).isEmpty();
    }

    @Test
    void shown_textsOfUsers_areShortAndOnOneLine() {
        assertThat(Shown.quoted("a\nb\u0007c")).isEqualTo("\"a b c\"");
        assertThat(Shown.quoted("x".repeat(100))).isEqualTo("\"" + "x".repeat(60) + "...\"");
        assertThat(Shown.number(3)).isEqualTo("3");
        assertThat(Shown.number(1e300)).isEqualTo("1.0E300");
    }
}
