package org.tributary.steps.prepare;

/** The settings that count for one column. */
record ColumnSettings(Impute impute, boolean indicate, Scale scale, Encode encode) {

    ColumnSettings with(ForColumns some) {
        return new ColumnSettings(
                some.impute().orElse(impute),
                some.indicate().orElse(indicate),
                some.scale().orElse(scale),
                some.encode().orElse(encode));
    }

    boolean fills() {
        return !(impute instanceof Impute.None);
    }
}
