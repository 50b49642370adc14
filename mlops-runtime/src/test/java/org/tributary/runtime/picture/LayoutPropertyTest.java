package org.tributary.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.pipeline.Pipeline;
import org.tributary.runtime.picture.Drawing.Box;
import org.tributary.runtime.picture.Drawing.Label;
import org.tributary.runtime.picture.Drawing.Line;
import org.tributary.runtime.picture.Drawing.Point;
import org.tributary.runtime.picture.Drawing.Route;
import org.tributary.runtime.picture.Scene.Level;

/** What holds for every drawing, over random graphs. */
final class LayoutPropertyTest {

    private static final long SEED = 20261125;
    private static final int SAMPLES = 12;
    private static final double TOUCH = 0.01;

    private static Level level(Pipeline<?> pipeline) {
        return SceneReader.read(pipeline, RunStates.none()).level();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 30, 50, 90, 200})
    void drawings_atRandom_keepTheRules(int steps) {
        for (long seed = SEED; seed < SEED + 8; seed++) {
            check("seed " + seed + ", steps " + steps, level(Pipelines.random(seed, steps)));
        }
    }

    @Test
    void drawings_ofMaps_keepTheRulesInside() {
        check("nested", level(Pipelines.nested()));
    }

    @Test
    void drawings_ofAFan_keepTheRules() {
        check("fan", level(Pipelines.fan(300)));
    }

    /** The rules, at a level and those within. */
    private static void check(String name, Level level) {
        Drawing drawing = Layout.of(level);
        checkBoxes(name, drawing);
        checkLines(name, drawing);
        checkLabels(name, drawing);
        checkLinks(name, level, drawing);
        checkSize(name, drawing);
        for (Box box : drawing.boxes()) {
            box.shape().inside().ifPresent(inside -> {
                assertThat(inside.width()).as(name).isLessThan(box.shape().width());
                assertThat(box.shape().bodyTop() + inside.height())
                        .as(name)
                        .isLessThan(box.shape().height());
                check(name + "/" + box.shape().name(), box.shape().item().body().orElseThrow());
            });
        }
    }

    private static void checkBoxes(String name, Drawing drawing) {
        List<Box> boxes = drawing.boxes();
        assertThat(boxes).as(name).isNotEmpty();
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            assertThat(box.x()).as(name).isGreaterThanOrEqualTo(-TOUCH);
            assertThat(box.x() + box.shape().width()).as(name).isLessThanOrEqualTo(drawing.width() + TOUCH);
            assertThat(box.bottom()).as(name).isLessThanOrEqualTo(drawing.height() + TOUCH);
            for (Box other : boxes.subList(i + 1, boxes.size())) {
                boolean apart = box.x() + box.shape().width() < other.x()
                        || other.x() + other.shape().width() < box.x()
                        || box.bottom() < other.y()
                        || other.bottom() < box.y();
                assertThat(apart)
                        .as(
                                "%s: %s and %s overlap",
                                name, box.shape().name(), other.shape().name())
                        .isTrue();
            }
        }
    }

    /** Lines go down, from box to box, and through none. */
    private static void checkLines(String name, Drawing drawing) {
        for (Route route : drawing.routes()) {
            Box from = drawing.boxes().get(route.net().from());
            assertThat(route.lines().get(0).points().get(0))
                    .as(name)
                    .isEqualTo(new Point(from.centre(), from.bottom()));
            for (Line line : route.lines()) {
                for (Point point : sampled(line)) {
                    drawing.boxes()
                            .forEach(box -> assertThat(isIn(point, box))
                                    .as(
                                            "%s: a line from %s goes through %s",
                                            name,
                                            from.shape().name(),
                                            box.shape().name())
                                    .isFalse());
                }
            }
        }
    }

    private static List<Point> sampled(Line line) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < line.points().size(); i++) {
            Point start = line.points().get(i - 1);
            Point end = line.points().get(i);
            assertThat(end.y()).isGreaterThan(start.y() - TOUCH);
            for (int sample = 0; sample <= SAMPLES; sample++) {
                points.add(onCurve(start, end, (double) sample / SAMPLES));
            }
        }
        return points;
    }

    /** As Bézier drew it, with both handles half way down. */
    private static Point onCurve(Point start, Point end, double at) {
        double rest = 1 - at;
        double middle = (start.y() + end.y()) / 2;
        double ofStart = rest * rest * rest;
        double ofMiddle = 3 * rest * at;
        double ofEnd = at * at * at;
        double x = start.x() * (ofStart + ofMiddle * rest) + end.x() * (ofEnd + ofMiddle * at);
        double y = start.y() * ofStart + middle * ofMiddle + end.y() * ofEnd;
        return new Point(x, y);
    }

    private static boolean isIn(Point point, Box box) {
        return point.x() > box.x() + TOUCH
                && point.x() < box.x() + box.shape().width() - TOUCH
                && point.y() > box.y() + TOUCH
                && point.y() < box.bottom() - TOUCH;
    }

    private static void checkLabels(String name, Drawing drawing) {
        List<Label> labels = drawing.routes().stream()
                .flatMap(route -> route.label().stream())
                .toList();
        for (int i = 0; i < labels.size(); i++) {
            for (Label other : labels.subList(i + 1, labels.size())) {
                Label label = labels.get(i);
                double distance = (Labels.width(label.text()) + Labels.width(other.text())) / 2;
                assertThat(Math.abs(label.y() - other.y()) >= Labels.HEIGHT
                                || Math.abs(label.x() - other.x()) > distance)
                        .as("%s: labels %s and %s overlap", name, label, other)
                        .isTrue();
            }
            Label label = labels.get(i);
            drawing.boxes()
                    .forEach(box -> assertThat(isIn(new Point(label.x(), label.y()), box))
                            .as("%s: %s is in %s", name, label, box.shape().name())
                            .isFalse());
        }
    }

    /** Every link arrives once at the box that it leads to. */
    private static void checkLinks(String name, Level level, Drawing drawing) {
        Set<String> drawn = new HashSet<>();
        for (Route route : drawing.routes()) {
            Box from = drawing.boxes().get(route.net().from());
            for (int i = 0; i < route.tips().size(); i++) {
                int to = route.net().to().get(i);
                Box box = drawing.boxes().get(to);
                assertThat(route.tips().get(i)).as(name).isEqualTo(new Point(box.centre(), box.y()));
                assertThat(box.y()).as(name).isGreaterThan(from.bottom() + 20);
                drawn.add(route.net().from() + "." + route.net().part() + " to " + to);
            }
        }
        assertThat(drawn)
                .as(name)
                .containsExactlyInAnyOrderElementsOf(level.links().stream()
                        .map(link -> link.from() + "." + link.part() + " to " + link.to())
                        .toList());
    }

    private static void checkSize(String name, Drawing drawing) {
        int steps = drawing.boxes().size();
        double widest = drawing.boxes().stream()
                .mapToDouble(box -> box.shape().width())
                .max()
                .orElseThrow();
        double tallest = drawing.boxes().stream()
                .mapToDouble(box -> box.shape().height())
                .max()
                .orElseThrow();
        assertThat(drawing.width()).as(name).isLessThan((widest + 60) * steps + 1);
        assertThat(drawing.height()).as(name).isLessThan((tallest + 240) * steps + 1);
    }
}
