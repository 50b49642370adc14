package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tributary.runtime.picture.Scene.Item;
import org.tributary.runtime.picture.Scene.Kind;
import org.tributary.runtime.picture.Scene.Level;
import org.tributary.runtime.picture.Scene.Link;
import org.tributary.runtime.picture.StepState.Look;

/** Writes a picture as a Mermaid flowchart. For one picture. */
final class MermaidText {

    private final StringBuilder out = new StringBuilder();
    private final Map<Look, List<String>> looks = new EnumMap<>(Look.class);

    private MermaidText() {}

    static String of(Scene scene) {
        MermaidText mermaid = new MermaidText();
        mermaid.write(scene);
        return mermaid.out.toString();
    }

    private void write(Scene scene) {
        out.append("flowchart TB\n");
        level(scene.level(), "  ");
        looks.forEach(this::look);
    }

    private void level(Level level, String indent) {
        level.items().forEach(item -> item(item, indent));
        level.links().forEach(link -> link(level, link, indent));
    }

    private void item(Item item, String indent) {
        item.state()
                .ifPresent(state -> looks.computeIfAbsent(state.look(), unused -> new ArrayList<>())
                        .add(item.id()));
        if (item.body().isPresent()) {
            out.append(indent).append("subgraph ").append(item.id()).append("[").append(label(item));
            out.append("]\n");
            level(item.body().get(), indent + "  ");
            out.append(indent).append("end\n");
            return;
        }
        boolean isInlet = item.kind() == Kind.INLET;
        out.append(indent).append(item.id()).append(isInlet ? "([" : "[").append(label(item));
        out.append(isInlet ? "])\n" : "]\n");
    }

    /** Mermaid joins boxes with what is inside of others; an inlet is joined where its origin is. */
    private void link(Level level, Link link, String indent) {
        Item from = level.items().get(link.from());
        Item to = level.items().get(link.to());
        if (to.body().isEmpty()) {
            edge(from.id(), "-->", link.part(), to.id(), indent);
            return;
        }
        to.body().get().items().stream()
                .filter(inlet -> inlet.origin()
                        .filter(origin ->
                                origin.item().equals(from.id()) && origin.part().equals(link.part()))
                        .isPresent())
                .forEach(inlet -> edge(from.id(), "-.->", link.part(), inlet.id(), indent));
    }

    private void edge(String from, String arrow, String part, String to, String indent) {
        out.append(indent).append(from).append(' ').append(arrow);
        out.append(part.isEmpty() ? " " : "|" + quoted(TextFit.note(part)) + "| ")
                .append(to)
                .append('\n');
    }

    private void look(Look look, List<String> ids) {
        String lines = switch (look) {
            case RAN -> "stroke:#1a7f37,stroke-width:2px";
            case CACHED -> "stroke:#0969da,stroke-width:2px,stroke-dasharray:8 2";
            case FAILED -> "stroke:#cf222e,stroke-width:4px";
            case SKIPPED -> "stroke:#6e7781,stroke-width:2px,stroke-dasharray:2 3";
        };
        out.append("  classDef ").append(look.style()).append(' ').append(lines).append('\n');
        out.append("  class ")
                .append(String.join(",", ids))
                .append(' ')
                .append(look.style())
                .append('\n');
    }

    private static String label(Item item) {
        // Mermaid leaves one line of room for the title of a subgraph.
        return quoted(String.join(item.kind() == Kind.MAP ? " \u00b7 " : "\n", Labels.ofItem(item)));
    }

    /** A string of letters, digits and character codes, so that nothing in it is Mermaid, Markdown or HTML. */
    private static String quoted(String text) {
        int[] characters = text.codePoints().map(XmlText::harmless).toArray();
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < characters.length; i++) {
            boolean isWithin = i > 0
                    && i + 1 < characters.length
                    && Character.isLetterOrDigit(characters[i - 1])
                    && Character.isLetterOrDigit(characters[i + 1]);
            quoted.append(
                    isWithin && "-._".indexOf(characters[i]) >= 0
                            ? Character.toString(characters[i])
                            : escaped(characters[i]));
        }
        return quoted.append('"').toString();
    }

    private static String escaped(int character) {
        if (character == '\n') {
            return "<br/>";
        }
        boolean isPlain = Character.isLetterOrDigit(character) || " ,".indexOf(character) >= 0 || character > 0x7F;
        return isPlain ? Character.toString(character) : "#" + character + ";";
    }
}
