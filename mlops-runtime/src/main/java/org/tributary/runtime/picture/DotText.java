package org.tributary.runtime.picture;

import java.util.stream.Collectors;
import org.tributary.runtime.picture.Scene.Item;
import org.tributary.runtime.picture.Scene.Kind;
import org.tributary.runtime.picture.Scene.Level;
import org.tributary.runtime.picture.Scene.Link;
import org.tributary.runtime.picture.StepState.Look;

/** Writes a picture in the language of Graphviz. For one picture. */
final class DotText {

    private final StringBuilder out = new StringBuilder();
    /** Written last: an edge inside a cluster would draw its ends into it. */
    private final StringBuilder edges = new StringBuilder();

    private DotText() {}

    static String of(Scene scene) {
        DotText dot = new DotText();
        dot.write(scene);
        return dot.out.toString();
    }

    private void write(Scene scene) {
        String title = TextFit.note(scene.title())
                + scene.outcome().map(text -> "\n" + text).orElse("");
        out.append("digraph {\n");
        out.append("  graph [compound=true, rankdir=TB, labelloc=t, fontname=sans, label=")
                .append(quoted(title))
                .append("];\n");
        out.append("  node [shape=box, style=rounded, fontname=sans, fontsize=11];\n");
        out.append("  edge [fontname=sans, fontsize=10];\n");
        level(scene.level(), "  ");
        out.append(edges).append("}\n");
    }

    private void level(Level level, String indent) {
        level.items().forEach(item -> item(item, indent));
        level.items().forEach(this::origin);
        level.links().forEach(link -> link(level, link));
    }

    private void item(Item item, String indent) {
        if (item.body().isPresent()) {
            cluster(item, item.body().get(), indent);
            return;
        }
        out.append(indent).append(item.id()).append(" [label=").append(quoted(label(item)));
        out.append(look(item))
                .append(", tooltip=")
                .append(quoted(tooltip(item)))
                .append("];\n");
    }

    private void origin(Item inlet) {
        inlet.origin().ifPresent(origin -> edge(origin.item(), inlet.id(), origin.part(), ", style=dashed"));
    }

    private void cluster(Item item, Level body, String indent) {
        String inner = indent + "  ";
        out.append(indent).append("subgraph cluster_").append(item.id()).append(" {\n");
        out.append(inner).append("graph [style=rounded, label=").append(quoted(label(item)));
        String color = item.state().map(state -> color(state.look())).orElse("black");
        out.append(", color=\"").append(color).append('"');
        out.append(", tooltip=").append(quoted(tooltip(item))).append("];\n");
        level(body, inner);
        out.append(indent).append("}\n");
    }

    /** A map is reached at its inlets, which name their origins, and left at its result. */
    private void link(Level level, Link link) {
        Item from = level.items().get(link.from());
        Item to = level.items().get(link.to());
        if (to.kind() != Kind.MAP) {
            String tail = from.kind() == Kind.MAP ? ", ltail=cluster_" + from.id() : "";
            edge(exit(from), to.id(), link.part(), tail);
        }
    }

    private void edge(String from, String to, String part, String more) {
        String label = part.isEmpty() ? "" : "label=" + quoted(TextFit.note(part));
        String attributes = label.isEmpty() ? more.replaceFirst("^, ", "") : label + more;
        edges.append("  ").append(from).append(" -> ").append(to);
        edges.append(attributes.isEmpty() ? "" : " [" + attributes + "]").append(";\n");
    }

    private static String look(Item item) {
        if (item.kind() == Kind.INLET) {
            return ", style=\"rounded,dashed\"";
        }
        return item.state()
                .map(state -> ", color=\"" + color(state.look()) + "\"" + shape(state.look()))
                .orElse("");
    }

    private static String color(Look look) {
        return switch (look) {
            case RAN -> "#1a7f37";
            case CACHED -> "#0969da";
            case FAILED -> "#cf222e";
            case SKIPPED -> "#6e7781";
        };
    }

    private static String shape(Look look) {
        return switch (look) {
            case RAN -> "";
            case CACHED -> ", peripheries=2";
            case FAILED -> ", shape=octagon, penwidth=2";
            case SKIPPED -> ", style=\"rounded,dotted\"";
        };
    }

    /** The item whose value a map gives, or the item itself. */
    private static String exit(Item item) {
        return item.body()
                .map(body -> body.items().stream()
                        .filter(Item::isResult)
                        .map(DotText::exit)
                        .findFirst()
                        .orElseThrow())
                .orElse(item.id());
    }

    private static String label(Item item) {
        return String.join("\n", Labels.ofItem(item));
    }

    private static String tooltip(Item item) {
        return String.join("\n", Labels.tooltip(item));
    }

    /** A string in which nothing is an escape or an entity but line ends. */
    private static String quoted(String text) {
        return text.codePoints()
                .map(XmlText::harmless)
                .mapToObj(DotText::escaped)
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '&' -> "&amp;";
            case '\n' -> "\\n";
            default -> Character.toString(character);
        };
    }
}
