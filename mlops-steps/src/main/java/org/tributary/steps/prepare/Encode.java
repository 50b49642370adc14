package org.tributary.steps.prepare;

import java.util.Objects;
import org.tributary.pipeline.Setting;

/** How text becomes numbers. */
public sealed interface Encode {

    /**
     * One feature for each category of the training part: 1 in the rows that hold it, else 0. More than 1000 categories that
     * are not rare are an error.
     *
     * @param unknown what a category does that the training part did not have
     * @param missing what a missing category does
     * @param rare which categories share the feature {@code column#rare}; none by default
     */
    record OneHot(
            @Setting(doc = "What a category does that the training part did not have.")
            Unknown unknown,

            @Setting(doc = "What a missing category does.") Missing missing,

            @Setting(doc = "Which categories share a feature.")
            Rare rare)
            implements Encode {

        /** Refuses nulls. */
        public OneHot {
            Objects.requireNonNull(unknown, "unknown");
            Objects.requireNonNull(missing, "missing");
            Objects.requireNonNull(rare, "rare");
        }

        /** Unknown and missing categories each get a feature of their own; no category is rare. */
        public static OneHot defaults() {
            return new OneHot(Unknown.BUCKET, Missing.BUCKET, Rare.defaults());
        }

        /** The same with another rule for unknown categories. */
        public OneHot withUnknown(Unknown unknown) {
            return new OneHot(unknown, missing, rare);
        }

        /** The same with another rule for missing categories. */
        public OneHot withMissing(Missing missing) {
            return new OneHot(unknown, missing, rare);
        }

        /** The same with another rule for rare categories. */
        public OneHot withRare(Rare rare) {
            return new OneHot(unknown, missing, rare);
        }
    }

    /**
     * One feature, {@code column}, that holds a number for each category of the training part: 1, 2 and so on in alphabetical
     * order by {@link String#compareTo}. It is 0 in rows whose category is rare, unknown or missing, which is why such rows set
     * a feature of their own by default.
     *
     * @param unknown what a category does that the training part did not have
     * @param missing what a missing category does
     * @param rare which categories have no number and share the feature {@code column#rare}; none by default
     */
    record Ordinal(
            @Setting(doc = "What a category does that the training part did not have.")
            Unknown unknown,

            @Setting(doc = "What a missing category does.") Missing missing,

            @Setting(doc = "Which categories share a feature.")
            Rare rare)
            implements Encode {

        /** Refuses nulls. */
        public Ordinal {
            Objects.requireNonNull(unknown, "unknown");
            Objects.requireNonNull(missing, "missing");
            Objects.requireNonNull(rare, "rare");
        }

        /** Unknown and missing categories each get a feature of their own; no category is rare. */
        public static Ordinal defaults() {
            return new Ordinal(Unknown.BUCKET, Missing.BUCKET, Rare.defaults());
        }

        /** The same with another rule for unknown categories. */
        public Ordinal withUnknown(Unknown unknown) {
            return new Ordinal(unknown, missing, rare);
        }

        /** The same with another rule for missing categories. */
        public Ordinal withMissing(Missing missing) {
            return new Ordinal(unknown, missing, rare);
        }

        /** The same with another rule for rare categories. */
        public Ordinal withRare(Rare rare) {
            return new Ordinal(unknown, missing, rare);
        }
    }

    /**
     * One feature, {@code column}, that holds the share of the training rows with the same category, above 0 and at most 1;
     * rows without a value count as rows.
     *
     * @param unknown what a category does that the training part did not have; its share, 0, with {@link Unknown#IGNORE}, the
     *     default
     * @param missing what a missing category does
     */
    record Frequency(
            @Setting(doc = "What a category does that the training part did not have: its share is 0 with ignore.")
            Unknown unknown,

            @Setting(doc = "What a missing category does.") Missing missing)
            implements Encode {

        /** Refuses nulls. */
        public Frequency {
            Objects.requireNonNull(unknown, "unknown");
            Objects.requireNonNull(missing, "missing");
        }

        /** Unknown categories have their share, 0; missing ones get a feature of their own. */
        public static Frequency defaults() {
            return new Frequency(Unknown.IGNORE, Missing.BUCKET);
        }

        /** The same with another rule for unknown categories. */
        public Frequency withUnknown(Unknown unknown) {
            return new Frequency(unknown, missing);
        }

        /** The same with another rule for missing categories. */
        public Frequency withMissing(Missing missing) {
            return new Frequency(unknown, missing);
        }
    }

    /**
     * One feature for each of n buckets, {@code column#hash0} and so on: 1 for the bucket of the category. Categories that the
     * training part did not have fall into buckets as all others do; categories may share one.
     *
     * <p>The bucket is the FNV-1a hash of 32 bits of the UTF-8 bytes, unsigned, modulo the buckets: the same on every machine.
     *
     * @param buckets how many there are, from 2 to 100000
     * @param missing what a missing category does
     */
    record Hashing(
            @Setting(doc = "How many buckets there are.", min = 2, max = 100_000)
            int buckets,

            @Setting(doc = "What a missing category does.") Missing missing)
            implements Encode {

        /** Checks the number of buckets. */
        public Hashing {
            Faults.checkBetween("buckets", buckets, 2, 100_000);
            Objects.requireNonNull(missing, "missing");
        }

        /** Missing categories get a feature of their own. */
        public static Hashing of(int buckets) {
            return new Hashing(buckets, Missing.BUCKET);
        }

        /** The same with another rule for missing categories. */
        public Hashing withMissing(Missing missing) {
            return new Hashing(buckets, missing);
        }
    }

    /**
     * One feature for each of the most frequent n-grams of the training part, {@code column=some words}: how often the text
     * holds it. N-grams are runs of 1 to n tokens, with one space between, in the case in which they are written.
     *
     * @param n how many tokens an n-gram has at most, from 1 to 10; 1 by default
     * @param most how many n-grams have a feature at most, from 1 to 100000: those that the training part holds most often, and
     *     the first in alphabetical order of as frequent ones; 1000 by default
     * @param tokens what a token is; a word by default
     * @param countOthers whether the feature {@code column#other} counts all other n-grams, those that the training part did
     *     not have among them, which else set nothing; true by default
     * @param missing what a missing text does
     */
    record NGrams(
            @Setting(doc = "How many tokens an n-gram has at most.", min = 1, max = 10)
            int n,

            @Setting(doc = "How many n-grams have a feature at most: the most frequent.", min = 1, max = 100_000)
            int most,

            @Setting(doc = "What a token is.") Tokens tokens,

            @Setting(doc = "Whether a feature counts all other n-grams, unknown ones among them.")
            boolean countOthers,

            @Setting(doc = "What a missing text does.") Missing missing)
            implements Encode {

        /** Checks the ranges. */
        public NGrams {
            Faults.checkBetween("n", n, 1, 10);
            Faults.checkBetween("most", most, 1, 100_000);
            Objects.requireNonNull(tokens, "tokens");
            Objects.requireNonNull(missing, "missing");
        }

        /** Single words, the 1000 most frequent, others counted; missing texts get a feature of their own. */
        public static NGrams defaults() {
            return new NGrams(1, 1000, Tokens.WORDS, true, Missing.BUCKET);
        }

        /** The same with another length of n-grams. */
        public NGrams withN(int n) {
            return new NGrams(n, most, tokens, countOthers, missing);
        }

        /** The same with another number of features. */
        public NGrams withMost(int most) {
            return new NGrams(n, most, tokens, countOthers, missing);
        }

        /** The same with another kind of token. */
        public NGrams withTokens(Tokens tokens) {
            return new NGrams(n, most, tokens, countOthers, missing);
        }

        /** The same, with the other n-grams counted or not. */
        public NGrams withCountOthers(boolean countOthers) {
            return new NGrams(n, most, tokens, countOthers, missing);
        }

        /** The same with another rule for missing texts. */
        public NGrams withMissing(Missing missing) {
            return new NGrams(n, most, tokens, countOthers, missing);
        }
    }

    /** What a token of a text is, found by Tribuo's {@code SplitCharactersTokenizer}: the same on every Java. */
    enum Tokens {
        /**
         * What stands between white space or one of <code>* ( ) &amp; [ ] { } ` ' " | ; : \ ! - ?</code>, or of . , /
         * not between digits.
         */
        WORDS,
        /** What stands between white space. */
        SPACES
    }

    /** What a category does that the training part did not have. */
    enum Unknown {
        /**
         * It sets a feature of its own, {@code column#unknown}. Training never sees it set, so its weight stays neutral, but
         * a look at the features shows that the category was not known.
         */
        BUCKET,
        /** It is an error. */
        ERROR,
        /** All features of the column are 0. */
        IGNORE
    }

    /** What a missing category does. */
    enum Missing {
        /** It sets a feature of its own, {@code column#missing}: that it is missing may tell something. */
        BUCKET,
        /** It counts as the most frequent category of the training part, the first in alphabetical order if several are. */
        MODE,
        /** It is an error, in training and in prediction. */
        ERROR
    }
}
