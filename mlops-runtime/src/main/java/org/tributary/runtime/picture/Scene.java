package org.tributary.runtime.picture;

import java.util.List;
import java.util.Optional;

/**
 * What a picture shows, before anything has a place.
 *
 * @param title the pipeline's name
 * @param outcome how the run ended and how long it took, if there was one
 * @param summary the picture in sentences
 */
record Scene(String title, Optional<String> outcome, List<String> summary, Level level) {

    /** Copies. */
    Scene {
        summary = List.copyOf(summary);
    }

    /**
     * The graph of a pipeline, or of the body of a map.
     *
     * @param items in an order in which links lead onwards
     */
    record Level(List<Item> items, List<Link> links) {

        /** Copies. */
        Level {
            items = List.copyOf(items);
            links = List.copyOf(links);
        }
    }

    /** What kind of thing an item is. */
    enum Kind {
        /** A step. */
        STEP,
        /** A map, around its body. */
        MAP,
        /** In the body of a map: its element, or a value of the pipelines around it. */
        INLET
    }

    /**
     * One box.
     *
     * @param id unique in the scene, letters and digits
     * @param lines shown below the name
     * @param notes shown when somebody asks for more
     * @param state how it ended, if it ran
     * @param body what a map does for each element; empty unless it is one
     * @param origin what an inlet stands for; empty unless it is one
     * @param isResult whether its value is that of its pipeline or body
     */
    record Item(
            String id,
            String name,
            Kind kind,
            List<String> lines,
            List<String> notes,
            Optional<StepState> state,
            Optional<Level> body,
            Optional<Origin> origin,
            boolean isResult) {

        /** Copies. */
        Item {
            lines = List.copyOf(lines);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The value outside a body that an inlet stands for.
     *
     * @param item the id of the item whose value it is, in the level around
     * @param part which part of it; empty for the whole
     */
    record Origin(String item, String part) {}

    /**
     * A value that goes from one item to another of the same level.
     *
     * @param from its position in the level
     * @param to its position in the level, higher
     * @param part which part of the value; empty for the whole
     */
    record Link(int from, int to, String part) {}
}
