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
        if (texts.size() == 1) {
            throw new PipelineException(texts.get(0));
        }
        if (!texts.isEmpty()) {
            throw new PipelineException(list(pipeline));
        }
    }

    private String list(String pipeline) {
        StringBuilder text = new StringBuilder();
        text.append(texts.size())
                .append(" errors in pipeline \"")
                .append(pipeline)
                .append("\":");
        for (int i = 0; i < texts.size(); i++) {
            text.append('\n').append(i + 1).append(") ").append(texts.get(i));
        }
        return text.toString();
    }
}
