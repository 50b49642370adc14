package org.tributary.runtime.picture;

import java.util.Locale;
import org.tributary.runtime.picture.Drawing.Box;
import org.tributary.runtime.picture.Scene.Item;
import org.tributary.runtime.picture.Scene.Kind;

/** Writes a picture as SVG. For one picture. */
final class SvgText {

    private static final double MARGIN = 24;
    private static final double TITLE_SIZE = 16;
    private static final double OUTCOME_SIZE = 12;
    private static final double HEADER = 44;
    private static final double LEAST_WIDTH = 240;
    private static final double CORNER = 6;
    private static final double BASELINE = 0.35;

    private final StringBuilder out = new StringBuilder();

    private SvgText() {}

    static String of(Scene scene) {
        SvgText svg = new SvgText();
        svg.write(scene, Layout.of(scene.level()));
        return svg.out.toString();
    }

    private void write(Scene scene, Drawing drawing) {
        double inner = Math.max(LEAST_WIDTH, drawing.width());
        double width = inner + 2 * MARGIN;
        double height = HEADER + drawing.height() + 2 * MARGIN;
        String size = number(width) + "\" height=\"" + number(height);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tributary\" role=\"img\" width=\"")
                .append(size)
                .append("\" viewBox=\"0 0 ")
                .append(number(width) + " " + number(height))
                .append("\">\n");
        element("title", TextFit.note(scene.title()));
        element("desc", String.join("\n", scene.summary()));
        out.append("<style>").append(SvgStyle.CSS).append("</style>\n");
        out.append("<rect class=\"paper\" width=\"").append(size).append("\"/>\n");
        header(scene, inner);
        group(MARGIN + (inner - drawing.width()) / 2, MARGIN + HEADER, drawing);
        out.append("</svg>\n");
    }

    private void header(Scene scene, double inner) {
        String outcome = scene.outcome().orElse("");
        double outcomeWidth = TextFit.width(outcome, OUTCOME_SIZE);
        String title = TextFit.shorten(scene.title(), TITLE_SIZE, inner);
        out.append("<g>");
        element("title", TextFit.note(scene.title()));
        text("heading", title, TITLE_SIZE, MARGIN, MARGIN + TITLE_SIZE - 2);
        if (outcomeWidth > 0) {
            text("line outcome", outcome, OUTCOME_SIZE, MARGIN, MARGIN + TITLE_SIZE + OUTCOME_SIZE + 3);
        }
        out.append("</g>\n");
    }

    private void group(double x, double y, Drawing drawing) {
        out.append("<g transform=\"translate(")
                .append(number(x) + " " + number(y))
                .append(")\">\n");
        drawing.routes().forEach(this::route);
        drawing.boxes().forEach(this::box);
        drawing.routes().forEach(this::label);
        out.append("</g>\n");
    }

    private void route(Drawing.Route route) {
        out.append("<path class=\"edge\" d=\"");
        route.lines().forEach(this::line);
        out.append("\"/>");
        out.append("<path class=\"tip\" d=\"");
        for (Drawing.Point tip : route.tips()) {
            out.append('M').append(number(tip.x())).append(' ').append(number(tip.y()));
            out.append("l-4-7h8z");
        }
        out.append("\"/>\n");
    }

    private void line(Drawing.Line line) {
        Drawing.Point last = line.points().get(0);
        String upright = "";
        out.append('M').append(number(last.x())).append(' ').append(number(last.y()));
        for (Drawing.Point point : line.points().subList(1, line.points().size())) {
            if (number(point.x()).equals(number(last.x()))) {
                upright = number(point.y()).equals(number(last.y())) ? upright : "V" + number(point.y());
            } else {
                out.append(upright);
                upright = "";
                curve(last, point);
            }
            last = point;
        }
        out.append(upright);
    }

    private void curve(Drawing.Point from, Drawing.Point to) {
        String middle = number((from.y() + to.y()) / 2);
        out.append('C').append(number(from.x())).append(' ').append(middle);
        out.append(' ').append(number(to.x())).append(' ').append(middle);
        out.append(' ').append(number(to.x())).append(' ').append(number(to.y()));
    }

    private void label(Drawing.Route route) {
        route.label().ifPresent(label -> {
            String shown = Labels.shown(label.text());
            double width = TextFit.width(shown, Labels.SIZE);
            out.append("<g>");
            element("title", TextFit.note(label.text()));
            rect("paper", label.x() - width / 2 - 3, label.y() - Labels.HEIGHT / 2, width + 6, Labels.HEIGHT, 3);
            double baseline = label.y() + Labels.SIZE * BASELINE;
            centred("line", shown, Labels.SIZE, label.x(), baseline);
            out.append("</g>\n");
        });
    }

    private void box(Box box) {
        BoxShape shape = box.shape();
        Item item = shape.item();
        out.append("<g class=\"").append(style(item)).append("\">");
        element("title", String.join("\n", Labels.tooltip(item)));
        if (item.kind() == Kind.INLET) {
            inlet(box);
        } else {
            frame(box);
            texts(box);
        }
        shape.inside().ifPresent(inside -> {
            double free = shape.width() - BoxShape.STACK - inside.width();
            out.append('\n');
            group(box.x() + free / 2, box.y() + shape.bodyTop(), inside);
        });
        out.append("</g>\n");
    }

    private static String style(Item item) {
        return item.kind().name().toLowerCase(Locale.ROOT)
                + item.state().map(state -> " " + state.look().style()).orElse("")
                + (item.isResult() ? " result" : "");
    }

    private void inlet(Box box) {
        double height = box.shape().height();
        rect("box", box.x(), box.y(), box.shape().width(), height, height / 2);
        double baseline = box.y() + height / 2 + BoxShape.LINE_SIZE * BASELINE;
        centred("line", box.shape().name(), BoxShape.LINE_SIZE, box.centre(), baseline);
    }

    private void frame(Box box) {
        BoxShape shape = box.shape();
        double stack = shape.inside().isPresent() ? BoxShape.STACK : 0;
        double width = shape.width() - stack;
        double height = shape.height() - stack;
        if (stack > 0) {
            rect("sheet", box.x() + stack, box.y() + stack, width, height, CORNER);
        }
        rect("box", box.x(), box.y(), width, height, CORNER);
    }

    private void texts(Box box) {
        BoxShape shape = box.shape();
        double x = box.x() + BoxShape.PADDING;
        double y = box.y() + BoxShape.TOP + BoxShape.NAME_SIZE;
        text("name", shape.name(), BoxShape.NAME_SIZE, x, y);
        y += 2;
        for (String line : shape.lines()) {
            y += BoxShape.LINE_HEIGHT;
            text("line", line, BoxShape.LINE_SIZE, x, y);
        }
        if (shape.state().isPresent()) {
            y += BoxShape.LINE_HEIGHT;
            sign(shape.item().state().orElseThrow().look(), x, y - 10);
            text("state", shape.state().get(), BoxShape.LINE_SIZE, x + BoxShape.SIGN, y);
        }
    }

    private void sign(StepState.Look look, double x, double y) {
        out.append("<g transform=\"translate(")
                .append(number(x) + " " + number(y))
                .append(")\">")
                .append(SvgStyle.sign(look))
                .append("</g>");
    }

    private void rect(String style, double x, double y, double width, double height, double corner) {
        out.append("<rect class=\"").append(style);
        out.append("\" x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        out.append("\" rx=\"").append(number(corner)).append("\"/>");
    }

    private void centred(String style, String text, double size, double x, double y) {
        text("centred " + style, text, size, x, y);
    }

    /** Where the width is not sure, the viewer is told to keep to it. */
    private void text(String style, String text, double size, double x, double y) {
        out.append("<text class=\"").append(style);
        out.append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        if (!TextFit.isSure(text)) {
            out.append(" textLength=\"").append(number(TextFit.width(text, size)));
            out.append("\" lengthAdjust=\"spacingAndGlyphs\"");
        }
        out.append('>').append(XmlText.of(text)).append("</text>");
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>').append(XmlText.of(text)).append("</" + name + ">\n");
    }

    /** A number with one digit behind the point, and none where it is 0. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        long rest = Math.abs(tenths % 10);
        String sign = tenths < 0 && tenths > -10 ? "-" : "";
        return sign + tenths / 10 + (rest == 0 ? "" : "." + rest);
    }
}
