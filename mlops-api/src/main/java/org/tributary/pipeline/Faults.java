package org.tributary.pipeline;

import java.util.ArrayList;
import java.util.List;

/** The faults found while a pipeline is defined, told all at once. */
final class Faults {

    private final List<String> texts = new ArrayList<>();

    void add(Rule id, String text) {
        texts.add("[" + id + "] " + text);
    }

    void throwIfAny(String pipeline) {
        if (!texts.isEmpty()) {
            throw PipelineException.ofAll("pipeline \"" + pipeline + "\"", texts);
        }
    }
}
