package org.tributary.runtime.config;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML into a tree: a plain subset of maps, lists and texts, in which each thing is written where it stands.
 *
 * <p>Works on the events of SnakeYAML, the parser below Jackson's: Jackson's own tokens hide anchors of scalars, and read
 * {@code no} and {@code 0755} as something else than what is written. For one thread.
 */
final class YamlReader {

    private static final int DEEPEST = 32;
    private static final int LONGEST_KEY = 256;

    private final ParserImpl events;
    private final Function<Mark, Place> places;
    private final Environment environment;
    private final Faults faults;
    private final Deque<String> path = new ArrayDeque<>();

    private YamlReader(String text, Function<Mark, Place> places, Environment environment, Faults faults) {
        this.events = new ParserImpl(new StreamReader(new StringReader(text)), new LoaderOptions());
        this.places = places;
        this.environment = environment;
        this.faults = faults;
    }

    /** Reads the text of a file; empty if nothing is written there, or if the fault that was told ends the reading. */
    static Optional<Tree> file(String text, String file, Environment environment, Faults faults) {
        Function<Mark, Place> places = mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
        return read(text, places, index -> placeOf(text, index, file), environment, faults);
    }

    /** Reads a text that stands at one place, such as the value of an override. */
    static Optional<Tree> at(Place place, String text, Environment environment, Faults faults) {
        return read(text, mark -> place, index -> place, environment, faults);
    }

    private static Optional<Tree> read(
            String text,
            Function<Mark, Place> places,
            Function<Integer, Place> characters,
            Environment environment,
            Faults faults) {
        try {
            return new YamlReader(text, places, environment, faults).document();
        } catch (TooDeepException e) {
            faults.add(
                    Rule.CONFIG_TOO_DEEP,
                    e.place,
                    "",
                    "lists and maps may be nested " + DEEPEST + " deep, and here they go deeper.");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            faults.add(Rule.CONFIG_SYNTAX, places.apply(mark), "", YamlProblem.text(e));
        } catch (ReaderException e) {
            faults.add(
                    Rule.CONFIG_SYNTAX,
                    characters.apply(e.getPosition()),
                    "",
                    String.format(Locale.ROOT, "the character U+%04X may not stand in YAML.", e.getCodePoint()));
        }
        return Optional.empty();
    }

    private static Place placeOf(String text, int index, String file) {
        String before = text.substring(0, Math.min(index, text.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }

    private Optional<Tree> document() {
        events.getEvent();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return Optional.empty();
        }
        events.getEvent();
        Tree tree = node(0);
        events.getEvent();
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            Place second = places.apply(events.peekEvent().getStartMark());
            refuse(second, "a second document begins here", "Keep one, and remove the line \"---\"");
        }
        return Optional.of(tree);
    }

    private Tree node(int depth) {
        Event event = events.getEvent();
        Place place = places.apply(event.getStartMark());
        if (depth > DEEPEST) {
            throw new TooDeepException(place);
        }
        checkNode((NodeEvent) event, place);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, place);
        } else if (event instanceof AliasEvent) {
            return new Tree.Broken(place);
        }
        return event.is(Event.ID.SequenceStart) ? sequence(place, depth) : mapping(place, depth);
    }

    private Tree scalar(ScalarEvent event, Place place) {
        String written = event.getValue();
        return environment
                .replace(written, place, this::path, faults)
                .<Tree>map(text -> new Tree.Scalar(text, written, event.isPlain(), place))
                .orElse(new Tree.Broken(place));
    }

    private Tree sequence(Place place, int depth) {
        List<Tree> items = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            path.addLast("[" + items.size() + "]");
            items.add(node(depth + 1));
            path.removeLast();
        }
        events.getEvent();
        return new Tree.Sequence(items, place);
    }

    private Tree mapping(Place place, int depth) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Place key = places.apply(events.peekEvent().getStartMark());
            String name = key(depth + 1);
            path.addLast(name == null ? "" : "." + name);
            Tree value = node(depth + 1);
            path.removeLast();
            if (name != null) {
                put(entries, name, new Tree.Entry(key, value));
            }
        }
        events.getEvent();
        return new Tree.Mapping(entries, place);
    }

    private @Nullable String key(int depth) {
        if (events.peekEvent() instanceof ScalarEvent key) {
            events.getEvent();
            Place place = places.apply(key.getStartMark());
            checkNode(key, place);
            return key(key, place);
        }
        Tree key = node(depth);
        if (!(key instanceof Tree.Broken)) {
            refuse(key.place(), key.shown() + " is used as a key", "Write a text");
        }
        return null;
    }

    private @Nullable String key(ScalarEvent key, Place place) {
        if (key.getValue().length() > LONGEST_KEY) {
            String text = "the key " + Shown.quoted(key.getValue()) + " has more than " + LONGEST_KEY + " characters.";
            faults.add(Rule.CONFIG_BAD_NAME, place, path(), text);
            return null;
        } else if (key.getValue().equals("<<") && key.isPlain()) {
            refuse(place, "\"<<\" merges another map into this one", "Write its keys here");
            return null;
        }
        return key.getValue();
    }

    /** The path of the key whose value is being read. */
    private String path() {
        return String.join("", path).replaceFirst("^\\.", "");
    }

    private void put(Map<String, Tree.Entry> entries, String name, Tree.Entry entry) {
        Tree.Entry first = entries.putIfAbsent(name, entry);
        if (first != null) {
            faults.add(
                    Rule.CONFIG_DUPLICATE_KEY,
                    entry.key(),
                    path(),
                    "the key " + Shown.quoted(name) + " was written before, at " + first.key()
                            + ". Remove one of them.");
        }
    }

    private void checkNode(NodeEvent event, Place place) {
        if (event instanceof AliasEvent) {
            refuse(place, "\"*" + event.getAnchor() + "\" repeats what stands elsewhere", "Write it out here");
        } else if (event.getAnchor() != null) {
            refuse(place, "the anchor \"&" + event.getAnchor() + "\" names a value for use elsewhere", "Remove it");
        }
        String tag = tag(event);
        if (tag != null) {
            refuse(place, "the tag " + Shown.quoted(tag) + " says a type", "Remove it: each key knows its type");
        }
    }

    private static @Nullable String tag(NodeEvent event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        return tag == null || tag.isEmpty() ? null : tag.replaceFirst("^tag:yaml\\.org,2002:", "!!");
    }

    private void refuse(Place place, String what, String remedy) {
        faults.add(
                Rule.CONFIG_YAML_FEATURE,
                place,
                path(),
                what + ", and that is not read in a configuration. " + remedy + ".");
    }

    /** Ends the reading of a tree that is nested too deep. */
    private static final class TooDeepException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Place place;

        TooDeepException(Place place) {
            super(null, null, false, false);
            this.place = place;
        }
    }
}
