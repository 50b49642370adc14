package org.tributary.steps.prepare;

import java.util.List;
import java.util.Optional;
import org.tributary.pipeline.Setting;

/**
 * Settings of {@link Prepare} for some columns; what is empty is as for all columns.
 *
 * @param columns the columns, at least one, each once
 * @param impute what stands in for a missing number
 * @param indicate whether a feature tells that a number or boolean was missing
 * @param scale how numbers are brought to one size
 * @param encode how text becomes numbers
 */
public record ForColumns(
        @Setting(doc = "The columns for which these settings count.")
        List<String> columns,

        @Setting(doc = "What stands in for a missing number.")
        Optional<Impute> impute,

        @Setting(doc = "Whether a feature tells that a number or boolean was missing.")
        Optional<Boolean> indicate,

        @Setting(doc = "How numbers are brought to one size.")
        Optional<Scale> scale,

        @Setting(doc = "How text becomes numbers.") Optional<Encode> encode) {

    /** Copies the list, which may not be empty. */
    public ForColumns {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw Faults.forNoColumns();
        }
    }

    /** Changes nothing yet. */
    public static ForColumns of(List<String> columns) {
        return new ForColumns(columns, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Changes nothing yet. */
    public static ForColumns of(String... columns) {
        return of(List.of(columns));
    }

    /** The same with a stand-in for missing numbers. */
    public ForColumns withImpute(Impute impute) {
        return new ForColumns(columns, Optional.of(impute), indicate, scale, encode);
    }

    /** The same with features for what was missing, or without. */
    public ForColumns withIndicate(boolean indicate) {
        return new ForColumns(columns, impute, Optional.of(indicate), scale, encode);
    }

    /** The same with a scaling. */
    public ForColumns withScale(Scale scale) {
        return new ForColumns(columns, impute, indicate, Optional.of(scale), encode);
    }

    /** The same with an encoding. */
    public ForColumns withEncode(Encode encode) {
        return new ForColumns(columns, impute, indicate, scale, Optional.of(encode));
    }

    /** The first of the settings that a column of this type has no use for. */
    Optional<String> useless(boolean text) {
        return text
                ? impute.<String>map(any -> "impute")
                        .or(() -> indicate.map(any -> "indicate"))
                        .or(() -> scale.map(any -> "scale"))
                : encode.map(any -> "encode");
    }
}
