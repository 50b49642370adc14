package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tributary.runtime.picture.Drawing.Box;
import org.tributary.runtime.picture.Drawing.Label;
import org.tributary.runtime.picture.Drawing.Line;
import org.tributary.runtime.picture.Drawing.Point;
import org.tributary.runtime.picture.Drawing.Route;
import org.tributary.runtime.picture.Scene.Level;

/** Lays out one level, after those within it. */
final class Layout {

    private final List<Net> nets;
    private final List<BoxShape> shapes;
    private final RankGraph graph;
    private final double[] centres;
    private final Rows rows;

    private Layout(List<Net> nets, List<BoxShape> shapes, int[] layer) {
        this.nets = nets;
        this.shapes = shapes;
        this.graph = RankGraph.of(shapes, layer, nets);
        this.centres = Columns.of(graph, Ordering.of(graph));
        this.rows = Rows.of(graph, shapes, nets, centres);
    }

    static Drawing of(Level level) {
        List<Net> nets = Net.of(level.links());
        int[] layer = Layers.of(adjacency(level));
        Cut cut = Cut.of(nets, layer);
        List<List<String>> references = references(level, cut.left());
        List<BoxShape> shapes = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            Optional<Drawing> inside = level.items().get(i).body().map(Layout::of);
            shapes.add(BoxShape.of(level.items().get(i), references.get(i), inside));
        }
        return new Layout(cut.drawn(), shapes, layer).draw();
    }

    private static Adjacency adjacency(Level level) {
        List<int[]> pairs = level.links().stream()
                .map(link -> new int[] {link.from(), link.to()})
                .toList();
        return Adjacency.of(level.items().size(), pairs);
    }

    /** For each item the values that it takes along lines that are not drawn. */
    private static List<List<String>> references(Level level, List<Net> left) {
        List<List<String>> references = new ArrayList<>();
        level.items().forEach(item -> references.add(new ArrayList<>()));
        for (Net net : left) {
            String name = level.items().get(net.from()).name() + (net.part().isEmpty() ? "" : "." + net.part());
            net.to().forEach(to -> references.get(to).add("\u2190 " + name));
        }
        return references;
    }

    private Drawing draw() {
        List<Box> boxes = new ArrayList<>();
        double width = 0;
        for (int i = 0; i < shapes.size(); i++) {
            BoxShape shape = shapes.get(i);
            boxes.add(new Box(shape, centres[i] - shape.width() / 2, rows.boxTop(i)));
        }
        for (int vertex = 0; vertex < graph.size(); vertex++) {
            width = Math.max(width, centres[vertex] + graph.width(vertex) / 2);
        }
        List<Route> routes = new ArrayList<>();
        for (int net = 0; net < nets.size(); net++) {
            routes.add(route(nets.get(net), graph.chain(net), boxes));
        }
        return new Drawing(boxes, routes, width, rows.height());
    }

    private Route route(Net net, int[] chain, List<Box> boxes) {
        List<Line> lines = new ArrayList<>();
        List<Point> tips = new ArrayList<>();
        lines.add(trunk(boxes.get(net.from()), chain));
        for (int to : net.to()) {
            Box box = boxes.get(to);
            int bend = chain[graph.rank(to) - 1 - graph.rank(chain[0])];
            Point tip = new Point(box.centre(), box.y());
            tips.add(tip);
            lines.add(new Line(List.of(
                    new Point(centres[bend], rows.bottom(graph.rank(bend))),
                    new Point(box.centre(), rows.top(graph.rank(to))),
                    tip)));
        }
        return new Route(net, lines, tips, label(net, chain[0]));
    }

    private Line trunk(Box from, int[] chain) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(from.centre(), from.bottom()));
        points.add(new Point(from.centre(), rows.bottom(graph.rank(chain[0]) - 1)));
        for (int bend : chain) {
            points.add(new Point(centres[bend], rows.top(graph.rank(bend))));
            points.add(new Point(centres[bend], rows.bottom(graph.rank(bend))));
        }
        return new Line(points);
    }

    private Optional<Label> label(Net net, int bend) {
        if (net.part().isEmpty()) {
            return Optional.empty();
        }
        int rank = graph.rank(bend);
        return Optional.of(new Label(net.part(), centres[bend], (rows.top(rank) + rows.bottom(rank)) / 2));
    }
}
