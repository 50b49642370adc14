package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tributary.runtime.picture.Scene.Item;
import org.tributary.runtime.picture.Scene.Kind;

/**
 * A box with its texts made to fit, and its size.
 *
 * @param name as shown
 * @param lines as shown below the name
 * @param state as shown
 * @param inside the body of a map
 * @param width in pixels, with everything
 * @param height in pixels, with everything
 */
record BoxShape(
        Item item,
        String name,
        List<String> lines,
        Optional<String> state,
        Optional<Drawing> inside,
        double width,
        double height) {

    static final double NAME_SIZE = 13;
    static final double LINE_SIZE = 11;
    static final double PADDING = 12;
    static final double TOP = 9;
    static final double NAME_HEIGHT = 18;
    static final double LINE_HEIGHT = 15;
    /** The room of the sign before a state. */
    static final double SIGN = 16;
    /** How far the sheets behind a map look out. */
    static final double STACK = 5;

    /** Widths are multiples, so that boxes below each other are more often equally wide. */
    private static final double WIDTH_STEP = 24;

    private static final double LEAST_WIDTH = 120;
    private static final double WIDEST_TEXT = 190;
    private static final double INLET_HEIGHT = 22;

    /** Copies. */
    BoxShape {
        lines = List.copyOf(lines);
    }

    /**
     * Measures a box.
     *
     * @param more lines that the item itself does not have
     */
    static BoxShape of(Item item, List<String> more, Optional<Drawing> inside) {
        double most = Math.max(
                WIDEST_TEXT, inside.map(drawing -> drawing.width() - STACK).orElse(0.0));
        if (item.kind() == Kind.INLET) {
            return inlet(item);
        }
        String name = TextFit.shorten(item.name(), NAME_SIZE, most);
        List<String> lines = new ArrayList<>();
        item.lines().forEach(line -> lines.add(TextFit.shorten(line, LINE_SIZE, most)));
        more.forEach(line -> lines.add(TextFit.shorten(line, LINE_SIZE, most)));
        Optional<String> state = item.state().map(known -> TextFit.shorten(known.text(), LINE_SIZE, most - SIGN));
        double text = textWidth(name, lines, state);
        double header = TOP + NAME_HEIGHT + LINE_HEIGHT * (lines.size() + (state.isPresent() ? 1 : 0));
        if (inside.isEmpty()) {
            double width = Math.max(LEAST_WIDTH, Math.ceil((text + 2 * PADDING) / WIDTH_STEP) * WIDTH_STEP);
            return new BoxShape(item, name, lines, state, inside, width, header + TOP);
        }
        double width = Math.max(text, inside.get().width()) + 2 * PADDING + STACK;
        double height = header + TOP + inside.get().height() + PADDING + STACK;
        return new BoxShape(item, name, lines, state, inside, width, height);
    }

    /** How far below the upper side the body of a map begins. */
    double bodyTop() {
        return TOP + NAME_HEIGHT + LINE_HEIGHT * (lines.size() + (state.isPresent() ? 1 : 0)) + TOP;
    }

    private static BoxShape inlet(Item item) {
        String name = TextFit.shorten(item.name(), LINE_SIZE, WIDEST_TEXT);
        double width = TextFit.width(name, LINE_SIZE) + 2 * PADDING;
        return new BoxShape(item, name, List.of(), Optional.empty(), Optional.empty(), width, INLET_HEIGHT);
    }

    private static double textWidth(String name, List<String> lines, Optional<String> state) {
        double width = TextFit.width(name, NAME_SIZE);
        for (String line : lines) {
            width = Math.max(width, TextFit.width(line, LINE_SIZE));
        }
        double stateWidth =
                state.map(text -> SIGN + TextFit.width(text, LINE_SIZE)).orElse(0.0);
        return Math.max(width, stateWidth);
    }
}
