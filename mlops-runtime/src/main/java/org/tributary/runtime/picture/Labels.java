package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.List;
import org.tributary.runtime.picture.Scene.Item;

/** What stands on lines, and what one text of several lines says of an item. */
final class Labels {

    static final double SIZE = 11;
    static final double HEIGHT = 16;

    private static final double WIDEST = 150;

    private Labels() {}

    /** The label of a line for a part of a value, made to fit. */
    static String shown(String part) {
        return TextFit.shorten(part, SIZE, WIDEST);
    }

    static double width(String part) {
        return TextFit.width(shown(part), SIZE);
    }

    /** Name, lines and state, the state with a sign. */
    static List<String> ofItem(Item item) {
        List<String> lines = new ArrayList<>();
        lines.add(item.name());
        if (item.kind() != Scene.Kind.INLET) {
            lines.addAll(item.lines());
        }
        item.state().ifPresent(state -> lines.add(state.look().sign() + " " + state.text()));
        return lines.stream().map(TextFit::note).toList();
    }

    /** All there is to say. */
    static List<String> tooltip(Item item) {
        List<String> lines = new ArrayList<>();
        lines.add(item.name());
        lines.addAll(item.lines());
        lines.addAll(item.notes());
        item.state().ifPresent(state -> {
            lines.add(state.text());
            lines.addAll(state.notes());
        });
        return lines.stream().map(TextFit::note).toList();
    }
}
