package org.tributary.steps.ingest;

import java.util.function.Function;
import org.tributary.pipeline.PipelineException;

/** Something wrong at a place of a file, whose line is not known yet; carries no stack trace, since it may be dropped. */
final class CsvMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Function<CsvPlace, PipelineException> told;
    private final long place;

    /**
     * @param place how many bytes come before it in all files, as UTF-8 and without byte order marks
     * @param told says what is wrong
     */
    CsvMistake(long place, Function<CsvPlace, PipelineException> told) {
        super(null, null, false, false);
        this.place = place;
        this.told = told;
    }

    long place() {
        return place;
    }

    PipelineException at(CsvPlace found) {
        return told.apply(found);
    }
}
