package org.tributary.steps.ingest;

import java.util.function.Function;
import org.tributary.pipeline.PipelineException;

/** Says that a rule cannot be checked in a row, before it is known where the row begins. */
final class SchemaMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int row;
    private final transient Function<String, PipelineException> text;

    /**
     * Keeps what to tell.
     *
     * @param row counted from 0
     * @param text the exception, by the place of the row
     */
    SchemaMistake(int row, Function<String, PipelineException> text) {
        super(null, null, false, false);
        this.row = row;
        this.text = text;
    }

    int row() {
        return row;
    }

    PipelineException at(String place) {
        return text.apply(place);
    }
}
