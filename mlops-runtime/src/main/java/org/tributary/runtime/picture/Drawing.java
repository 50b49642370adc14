package org.tributary.runtime.picture;

import java.util.List;
import java.util.Optional;

/**
 * Where everything of a level is: x to the right, y down, in pixels from the upper left corner.
 *
 * @param boxes one an item, in the items' order
 */
record Drawing(List<Box> boxes, List<Route> routes, double width, double height) {

    /** Copies. */
    Drawing {
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }

    /**
     * A box with its place.
     *
     * @param x of its left side
     * @param y of its upper side
     */
    record Box(BoxShape shape, double x, double y) {

        double centre() {
            return x + shape.width() / 2;
        }

        double bottom() {
            return y + shape.height();
        }
    }

    /**
     * The line of a value: a trunk that branches.
     *
     * @param net whose value it is
     * @param lines each drawn in one go, from top to bottom
     * @param tips the points at which it arrives, one a box
     * @param label what stands on it; empty for a whole value
     */
    record Route(Net net, List<Line> lines, List<Point> tips, Optional<Label> label) {

        /** Copies. */
        Route {
            lines = List.copyOf(lines);
            tips = List.copyOf(tips);
        }
    }

    /** Points from top to bottom; between points of different x runs a curve that is upright at both. */
    record Line(List<Point> points) {

        /** Copies. */
        Line {
            points = List.copyOf(points);
        }
    }

    /** A place. */
    record Point(double x, double y) {}

    /** Text in the middle of its place. */
    record Label(String text, double x, double y) {}
}
