package org.tributary.tracking.mlflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tributary.pipeline.PipelineException;

/** Collects what could not be recorded while the rest is, so that one bad name loses nothing else. Used by one thread. */
final class Rejections {

    private final List<String> texts = new ArrayList<>();

    /** Remembers the fault if there is one, and says whether all is well. */
    boolean accepts(Optional<String> fault) {
        fault.ifPresent(texts::add);
        return fault.isEmpty();
    }

    /** Throws one exception with everything that was rejected, if anything was. */
    void report() {
        if (texts.size() == 1) {
            throw new PipelineException(texts.get(0));
        }
        if (!texts.isEmpty()) {
            throw new PipelineException(texts.size() + " values were not tracked:\n" + String.join("\n", texts));
        }
    }
}
