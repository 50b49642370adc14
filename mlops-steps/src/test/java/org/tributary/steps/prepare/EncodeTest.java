package org.tributary.steps.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.StepLog;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;

class EncodeTest {

    private static Preparation fit(Encode encode, @Nullable String... texts) {
        String[] labels = IntStream.range(0, texts.length)
                .mapToObj(row -> row % 2 == 0 ? "a" : "b")
                .toArray(String[]::new);
        Table table = Table.builder().text("kind", labels).text("place", texts).build();
        return Prepare.of("kind").withEncode(encode).run(table, new StepLog()).preparation();
    }

    /** What a text sets, as "feature value". */
    private static List<String> set(Preparation preparation, @Nullable String text) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("place", text);
        double[] values = preparation.apply(row);
        List<String> set = new ArrayList<>();
        for (int id = 0; id < values.length; id++) {
            if (values[id] != 0) {
                set.add(preparation.featureNames().get(id) + " " + values[id]);
            }
        }
        return set;
    }

    private static void assertFault(Runnable call, String text) {
        assertThatThrownBy(call::run).isInstanceOf(PipelineException.class).hasMessage(text);
    }

    @Test
    void ordinal_categories_areNumberedAlphabeticallyFromOne() {
        Preparation preparation = fit(Encode.Ordinal.defaults(), "sea", "hill", null, "Zoo", "sea");
        assertThat(preparation.featureNames()).containsExactly("place", "place#missing", "place#unknown");
        assertThat(set(preparation, "Zoo")).containsExactly("place 1.0");
        assertThat(set(preparation, "hill")).containsExactly("place 2.0");
        assertThat(set(preparation, "sea")).containsExactly("place 3.0");
        assertThat(set(preparation, "moon")).containsExactly("place#unknown 1.0");
        assertThat(set(preparation, null)).containsExactly("place#missing 1.0");
    }

    @Test
    void ordinal_otherRules_areFollowed() {
        Encode.Ordinal encode =
                Encode.Ordinal.defaults().withUnknown(Encode.Unknown.ERROR).withMissing(Encode.Missing.MODE);
        Preparation preparation = fit(encode, "sea", "hill", "sea");
        assertThat(set(preparation, null)).containsExactly("place 2.0");
        assertFault(
                () -> set(preparation, "hil"),
                "[PREPARE_UNKNOWN_CATEGORY] column \"place\" holds \"hil\", which the training part did not have: it had"
                        + " hill, sea. Did you mean \"hill\"? Prepare with another rule for unknown categories to accept it.");
        assertFault(
                () -> preparation
                        .apply(Table.builder().text("place", "sea", "moon").build())
                        .row(1),
                "[PREPARE_UNKNOWN_CATEGORY] column \"place\" holds \"moon\" in row 2, which the training part did not have:"
                        + " it had hill, sea. Prepare with another rule for unknown categories to accept it.");
    }

    @Test
    void frequency_categories_areTheirShareOfTheTrainingRows() {
        Preparation preparation = fit(Encode.Frequency.defaults(), "sea", "hill", null, "sea");
        assertThat(set(preparation, "sea")).containsExactly("place 0.5");
        assertThat(set(preparation, "hill")).containsExactly("place 0.25");
        assertThat(set(preparation, "moon")).isEmpty();
        assertThat(set(preparation, null)).containsExactly("place#missing 1.0");
        assertThat(preparation.featureNames()).containsExactly("place", "place#missing");
    }

    @Test
    void frequency_otherRules_areFollowed() {
        Encode.Frequency bucket = Encode.Frequency.defaults().withUnknown(Encode.Unknown.BUCKET);
        assertThat(set(fit(bucket, "sea", "hill"), "moon")).containsExactly("place#unknown 1.0");
        Preparation strict =
                fit(bucket.withUnknown(Encode.Unknown.ERROR).withMissing(Encode.Missing.ERROR), "sea", "hill");
        assertFault(
                () -> set(strict, "moon"),
                "[PREPARE_UNKNOWN_CATEGORY] column \"place\" holds \"moon\", which the training part did not have: it had"
                        + " hill, sea. Prepare with another rule for unknown categories to accept it.");
        assertFault(
                () -> set(strict, null),
                "[PREPARE_MISSING_VALUE] column \"place\" has no value, and the model was prepared with encode that allows"
                        + " none. Give a value, or prepare with another encode.");
    }

    /** The hashes of the texts are those of the published test vectors of FNV-1a: "" 811c9dc5, "a" e40c292c, "foobar" bf9cf968. */
    @Test
    void hashing_texts_fallIntoTheDocumentedBuckets() {
        Preparation preparation = fit(Encode.Hashing.of(1000), "sea", "hill", null);
        assertThat(set(preparation, "")).containsExactly("place#hash" + 0x811c9dc5L % 1000 + " 1.0");
        assertThat(set(preparation, "a")).containsExactly("place#hash" + 0xe40c292cL % 1000 + " 1.0");
        assertThat(set(preparation, "foobar")).containsExactly("place#hash" + 0xbf9cf968L % 1000 + " 1.0");
        assertThat(set(preparation, null)).containsExactly("place#missing 1.0");
        assertThat(preparation.featureNames()).hasSize(1001).startsWith("place#hash000", "place#hash001");
    }

    @Test
    void hashing_otherTextsInTraining_changeNothing() {
        assertThat(fit(Encode.Hashing.of(16), "sea", "hill")).isEqualTo(fit(Encode.Hashing.of(16), "x", "y", null));
        Preparation mode = fit(Encode.Hashing.of(16).withMissing(Encode.Missing.MODE), "sea", "hill", "sea");
        assertThat(set(mode, null)).isEqualTo(set(mode, "sea"));
    }

    @Test
    void rare_byCount_sharesAFeatureThatUnknownOnesDoNot() {
        Encode.OneHot encode = Encode.OneHot.defaults().withRare(Rare.defaults().withMinCount(2));
        Preparation preparation = fit(encode, "sea", "hill", "sea", "moon", null);
        assertThat(preparation.featureNames())
                .containsExactly("place#missing", "place#rare", "place#unknown", "place=sea");
        assertThat(set(preparation, "hill")).containsExactly("place#rare 1.0");
        assertThat(set(preparation, "moon")).containsExactly("place#rare 1.0");
        assertThat(set(preparation, "sun")).containsExactly("place#unknown 1.0");
        assertThat(set(preparation, null)).containsExactly("place#missing 1.0");
    }

    @Test
    void rare_byShare_countsAllTrainingRows() {
        Encode.OneHot encode = Encode.OneHot.defaults().withRare(Rare.defaults().withMinShare(0.25));
        assertThat(set(fit(encode, "sea", "hill", "sea", "sea"), "hill")).containsExactly("place=hill 1.0");
        assertThat(set(fit(encode, "sea", "hill", "sea", "sea", null), "hill")).containsExactly("place#rare 1.0");
    }

    @Test
    void rare_byNumber_keepsTheMostFrequentThenTheFirst() {
        Encode.Ordinal encode =
                Encode.Ordinal.defaults().withRare(Rare.defaults().withMost(2));
        Preparation preparation = fit(encode, "sea", "sea", "moon", "hill", "sun");
        assertThat(preparation.featureNames()).containsExactly("place", "place#missing", "place#rare", "place#unknown");
        assertThat(set(preparation, "hill")).containsExactly("place 1.0");
        assertThat(set(preparation, "sea")).containsExactly("place 2.0");
        assertThat(set(preparation, "moon")).containsExactly("place#rare 1.0");
    }

    @Test
    void rare_modeIsRareToo_missingCountsAsRare() {
        Encode.OneHot encode = Encode.OneHot.defaults()
                .withMissing(Encode.Missing.MODE)
                .withRare(Rare.defaults().withMinCount(9));
        assertThat(set(fit(encode, "sea", "hill"), null)).containsExactly("place#rare 1.0");
    }

    @Test
    void rare_manyCategories_areNoErrorOnceGrouped() {
        String[] names = IntStream.range(0, 2002).mapToObj(row -> "n" + row / 2).toArray(String[]::new);
        Encode.OneHot plain = Encode.OneHot.defaults();
        assertFault(
                () -> fit(plain, names),
                "[PREPARE_MANY_CATEGORIES] column \"place\" has 1001 categories, more than 1000: one feature each would be"
                        + " too many. Drop it in clean, leave it out of columns, or group rare categories with rare.");
        assertThat(fit(plain.withRare(Rare.defaults().withMost(10)), names).featureNames())
                .hasSize(13);
    }

    @Test
    void nGrams_words_areCountedAndOthersTogether() {
        Encode.NGrams encode = Encode.NGrams.defaults().withN(2).withMost(3);
        Preparation preparation = fit(encode, "calm sea, calm sea", "blue sea", null);
        assertThat(preparation.featureNames())
                .containsExactly("place#missing", "place#other", "place=calm", "place=calm sea", "place=sea");
        assertThat(set(preparation, "calm calm sea"))
                .containsExactly("place#other 1.0", "place=calm 2.0", "place=calm sea 1.0", "place=sea 1.0");
        assertThat(set(preparation, "green")).containsExactly("place#other 1.0");
        assertThat(set(preparation, null)).containsExactly("place#missing 1.0");
        assertThat(set(preparation, "")).isEmpty();
    }

    @Test
    void nGrams_withoutOthers_countOnlyWhatHasAFeature() {
        Preparation preparation = fit(
                Encode.NGrams.defaults().withCountOthers(false).withMissing(Encode.Missing.MODE), "b a", "b", "b a");
        assertThat(preparation.featureNames()).containsExactly("place=a", "place=b");
        assertThat(set(preparation, "b c")).containsExactly("place=b 1.0");
        assertThat(set(preparation, null)).containsExactly("place=a 1.0", "place=b 1.0");
    }

    @Test
    void nGrams_tokens_areCutAsDocumented() {
        String text = "It's 3.5 km, e.g. \"good-day\"; 1,000!";
        assertThat(new Grams(1, Encode.Tokens.WORDS).of(text))
                .containsExactly("It", "s", "3.5", "km", "e", "g", "good", "day", "1,000");
        assertThat(new Grams(1, Encode.Tokens.SPACES).of(" It's  3.5\tkm,\n")).containsExactly("It's", "3.5", "km,");
        assertThat(new Grams(3, Encode.Tokens.SPACES).of("a b c d"))
                .containsExactly("a", "a b", "a b c", "b", "b c", "b c d", "c", "c d", "d");
    }

    @Test
    void nGrams_noTokens_namesTheColumn() {
        assertFault(
                () -> fit(Encode.NGrams.defaults(), "", "?"),
                "[PREPARE_NO_NGRAMS] no text of column \"place\" holds a token in the training part. Encode it in another"
                        + " way, or leave it out of columns.");
    }

    @Test
    void encode_missingInTrainingWithError_isRefusedByAll() {
        for (Encode encode : List.of(
                Encode.OneHot.defaults().withMissing(Encode.Missing.ERROR),
                Encode.Ordinal.defaults().withMissing(Encode.Missing.ERROR),
                Encode.Frequency.defaults().withMissing(Encode.Missing.ERROR),
                Encode.Hashing.of(4).withMissing(Encode.Missing.ERROR),
                Encode.NGrams.defaults().withMissing(Encode.Missing.ERROR))) {
            assertFault(
                    () -> fit(encode, "sea", null),
                    "[PREPARE_MISSING_VALUE] column \"place\" has no value in 1 of 2 training rows, and encode allows none."
                            + " Set encode to fill them, or remove the rows.");
        }
    }

    @Test
    void settings_outOfRange_nameTheRange() {
        assertFault(
                () -> Encode.Hashing.of(1), "[PREPARE_RANGE] buckets is 1: it must be from 2 to 100000. Set another.");
        assertFault(
                () -> Encode.NGrams.defaults().withN(0),
                "[PREPARE_RANGE] n is 0: it must be from 1 to 10. Set another.");
        assertFault(
                () -> Encode.NGrams.defaults().withMost(0),
                "[PREPARE_RANGE] most is 0: it must be from 1 to 100000. Set another.");
        assertFault(
                () -> Rare.defaults().withMinCount(0),
                "[PREPARE_RANGE] min-count is 0: it must be at least 1. Set another.");
        assertFault(
                () -> Rare.defaults().withMost(0), "[PREPARE_RANGE] most is 0: it must be at least 1. Set another.");
        assertFault(
                () -> Rare.defaults().withMinShare(Double.NaN),
                "[PREPARE_RANGE] min-share is NaN: it must be from 0 to 1. Set another.");
        assertFault(() -> Scale.Quantiles.of(1), "[PREPARE_RANGE] bins is 1: it must be from 2 to 1000. Set another.");
    }

    @Test
    void nGrams_ofUniqueTexts_doNotWarn() {
        StepLog log = new StepLog();
        Table table = Table.builder()
                .text("kind", "a", "b")
                .add(TextColumn.of("place", "x", "y"))
                .build();
        Prepare.of("kind").withEncode(Encode.NGrams.defaults()).run(table, log);
        assertThat(log.warnings).isEmpty();
        Prepare.of("kind").withEncode(Encode.Frequency.defaults()).run(table, log);
        assertThat(log.warnings).hasSize(1);
    }

    @Test
    void wrongType_forEachEncoding_namesTheColumn() {
        for (Encode encode : Arrays.asList(Encode.Hashing.of(4), Encode.NGrams.defaults(), Encode.Ordinal.defaults())) {
            assertFault(
                    () -> fit(encode, "sea", "hill").apply(Map.of("place", 7)),
                    "[PREPARE_WRONG_TYPE] column \"place\" takes a text, not \"7\" of type Integer.");
        }
    }
}
