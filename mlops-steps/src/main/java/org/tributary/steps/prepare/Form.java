package org.tributary.steps.prepare;

import java.util.List;
import org.tributary.table.ColumnType;

/** The forms of fitted columns, as {@code preparation.json} names them. */
enum Form {
    SCALED,
    BINS,
    BIN_NUMBER,
    ZERO_OR_ONE,
    ONE_HOT,
    NUMBERED,
    HASHED,
    N_GRAMS;

    /** The fields of its own that a column of this form may have. */
    List<String> fields() {
        return switch (this) {
            case SCALED -> List.of("fill", "shift", "factor");
            case BINS, BIN_NUMBER -> List.of("fill", "edges");
            case ZERO_OR_ONE -> List.of("fill");
            case ONE_HOT -> List.of("unknown", "rare", "missing", "mode", "categories");
            case NUMBERED -> List.of("unknown", "rare", "missing", "mode", "categories", "numbers");
            case HASHED -> List.of("missing", "mode", "buckets");
            case N_GRAMS -> List.of("missing", "mode", "n", "tokens", "others", "n-grams");
        };
    }

    /** Whether columns of this type can have this form. */
    boolean fits(ColumnType type) {
        return switch (type) {
            case NUMBER, WHOLE -> ordinal() <= BIN_NUMBER.ordinal();
            case BOOLEAN -> this == ZERO_OR_ONE;
            case TEXT -> ordinal() >= ONE_HOT.ordinal();
            case TIME -> false;
        };
    }

    String word() {
        return ColumnWriting.word(this);
    }

    /** The only form that version 1 of the document knew for a type. */
    static Form first(ColumnType type) {
        return switch (type) {
            case NUMBER, WHOLE -> SCALED;
            case BOOLEAN -> ZERO_OR_ONE;
            case TEXT, TIME -> ONE_HOT;
        };
    }

    static Form of(FittedColumn column) {
        if (column instanceof FittedColumn.Number) {
            return SCALED;
        } else if (column instanceof FittedColumn.Bins bins) {
            return bins.form() == Scale.Form.ORDINAL ? BIN_NUMBER : BINS;
        } else if (column instanceof FittedText text) {
            return of(text);
        }
        return ZERO_OR_ONE;
    }

    private static Form of(FittedText column) {
        if (column instanceof FittedText.OneHot) {
            return ONE_HOT;
        } else if (column instanceof FittedText.Numbered) {
            return NUMBERED;
        }
        return column instanceof FittedText.Hashed ? HASHED : N_GRAMS;
    }
}
