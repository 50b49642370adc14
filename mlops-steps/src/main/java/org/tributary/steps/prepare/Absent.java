package org.tributary.steps.prepare;

import java.util.List;
import java.util.Optional;

/**
 * What a missing text does.
 *
 * @param rule the setting
 * @param mode the text that a missing one counts as, with {@link Encode.Missing#MODE} only
 */
record Absent(Encode.Missing rule, Optional<String> mode) {

    /** The features that it adds to those of a column. */
    List<String> features(String column) {
        return rule == Encode.Missing.BUCKET ? List.of(column + "#missing") : List.of();
    }

    /** What a missing text sets. @param ids the positions of the features of the column, those that this adds are the last */
    Marks marks(TextFeatures features, int[] ids) {
        return switch (rule) {
            case BUCKET -> Marks.of(ids[ids.length - 1], 1);
            case MODE -> features.of(mode.orElseThrow());
            case ERROR -> Marks.REFUSED;
        };
    }
}
