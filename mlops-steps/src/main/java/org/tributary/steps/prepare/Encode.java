package org.tributary.steps.prepare;

import org.tributary.pipeline.Setting;

/** How text becomes numbers. */
public sealed interface Encode {

    /**
     * One feature for each category of the training part: 1 in the rows that hold it, else 0.
     *
     * @param unknown what a category does that the training part did not have
     * @param missing what a missing category does
     */
    record OneHot(
            @Setting(doc = "What a category does that the training part did not have.")
            Unknown unknown,

            @Setting(doc = "What a missing category does.") Missing missing)
            implements Encode {

        /** Unknown and missing categories each get a feature of their own. */
        public static OneHot defaults() {
            return new OneHot(Unknown.BUCKET, Missing.BUCKET);
        }

        /** The same with another rule for unknown categories. */
        public OneHot withUnknown(Unknown unknown) {
            return new OneHot(unknown, missing);
        }

        /** The same with another rule for missing categories. */
        public OneHot withMissing(Missing missing) {
            return new OneHot(unknown, missing);
        }
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
