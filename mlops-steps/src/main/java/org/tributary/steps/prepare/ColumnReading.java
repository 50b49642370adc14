package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tributary.steps.json.JsonFields;
import org.tributary.table.ColumnType;

/** Reads the object of one column in {@code preparation.json}; each field is checked. */
final class ColumnReading {

    private final JsonFields fields;
    private final boolean first;
    private final ColumnType type;
    private final Form form;

    /** @param first whether the document is of version 1 */
    ColumnReading(JsonFields fields, boolean first) {
        this.fields = fields;
        this.first = first;
        this.type = type(fields);
        this.form = first ? Form.first(type) : form(fields, type);
    }

    private static ColumnType type(JsonFields fields) {
        ColumnType type = constant(fields, "type", ColumnType.values());
        if (type == ColumnType.TIME) {
            throw fields.fault("is of type time, which no preparation holds");
        }
        return type;
    }

    private static Form form(JsonFields fields, ColumnType type) {
        Form form = constant(fields, "form", Form.values());
        if (!form.fits(type)) {
            throw fields.fault("is of type " + type.label() + ", which has no form \"" + form.word() + "\"");
        }
        return form;
    }

    FittedColumn column() {
        fields.only(allowed().toArray(String[]::new));
        FittedColumn column = plain();
        return fields.has("indicator") && fields.truth("indicator") ? new FittedColumn.Indicated(column) : column;
    }

    private List<String> allowed() {
        List<String> allowed = new ArrayList<>(List.of("name", "type"));
        allowed.addAll(form.fields());
        if (first) {
            allowed.remove("rare");
            return allowed;
        }
        allowed.add("form");
        if (type != ColumnType.TEXT) {
            allowed.add("indicator");
        }
        return allowed;
    }

    private FittedColumn plain() {
        return switch (form) {
            case SCALED ->
                new FittedColumn.Number(name(), type, fill(), fields.number("shift"), fields.number("factor"));
            case BINS -> new FittedColumn.Bins(name(), type, fill(), edges(), Scale.Form.ONE_HOT);
            case BIN_NUMBER -> new FittedColumn.Bins(name(), type, fill(), edges(), Scale.Form.ORDINAL);
            case ZERO_OR_ONE -> new FittedColumn.Truth(name(), truth());
            case ONE_HOT -> oneHot();
            case NUMBERED -> numbered();
            case HASHED -> hashed();
            case N_GRAMS -> counted();
        };
    }

    private String name() {
        return fields.text("name");
    }

    private Optional<Double> fill() {
        return fields.has("fill") ? Optional.of(fields.number("fill")) : Optional.empty();
    }

    private Optional<Boolean> truth() {
        return fields.has("fill") ? Optional.of(fields.truth("fill")) : Optional.empty();
    }

    private List<Double> edges() {
        List<Double> edges = fields.numbers("edges");
        for (int at = 1; at < edges.size(); at++) {
            if (edges.get(at - 1) >= edges.get(at)) {
                throw fields.fault("has edges that do not ascend");
            }
        }
        return edges.stream().map(edge -> edge + 0.0).toList();
    }

    private FittedColumn oneHot() {
        List<String> categories = sorted("categories");
        FittedText.Others others = others(categories);
        return new FittedText.OneHot(name(), categories, others, absent(categories, others.rare()));
    }

    private FittedColumn numbered() {
        List<String> categories = sorted("categories");
        List<Double> numbers = fields.numbers("numbers");
        if (numbers.size() != categories.size()) {
            throw fields.fault("has " + categories.size() + " categories and " + numbers.size() + " numbers");
        }
        FittedText.Others others = others(categories);
        return new FittedText.Numbered(name(), categories, numbers, others, absent(categories, others.rare()));
    }

    private FittedColumn hashed() {
        return new FittedText.Hashed(name(), whole("buckets", 100_000), absent());
    }

    private FittedColumn counted() {
        Grams grams = new Grams(whole("n", 10), constant(fields, "tokens", Encode.Tokens.values()));
        return new FittedText.Counted(name(), grams, sorted("n-grams"), fields.truth("others"), absent());
    }

    private int whole(String name, int most) {
        long value = fields.whole(name);
        if (value < 1 || value > most) {
            throw fields.fault("has a field \"" + name + "\" that is not from 1 to " + most);
        }
        return (int) value;
    }

    private FittedText.Others others(List<String> categories) {
        List<String> rare = first ? List.of() : sorted("rare");
        if (rare.stream().anyMatch(new TreeSet<>(categories)::contains)) {
            throw fields.fault("has a category that is rare too");
        }
        return new FittedText.Others(rare, constant(fields, "unknown", Encode.Unknown.values()));
    }

    private Absent absent(List<String> categories, List<String> rare) {
        Absent absent = absent();
        if (absent.mode()
                .filter(mode -> !categories.contains(mode) && !rare.contains(mode))
                .isPresent()) {
            throw wrongMode();
        }
        return absent;
    }

    private Absent absent() {
        Encode.Missing rule = constant(fields, "missing", Encode.Missing.values());
        Optional<String> mode = fields.optionalText("mode");
        if (mode.isPresent() != (rule == Encode.Missing.MODE)) {
            throw wrongMode();
        }
        return new Absent(rule, mode);
    }

    private RuntimeException wrongMode() {
        return fields.fault("has a mode that does not fit its other fields");
    }

    private List<String> sorted(String name) {
        List<String> texts = fields.texts(name);
        if (!List.copyOf(new TreeSet<>(texts)).equals(texts)) {
            throw fields.fault("has " + name + " that are not sorted or not unique");
        }
        return texts;
    }

    private static <E extends Enum<E>> E constant(JsonFields fields, String name, E[] constants) {
        String word = fields.text(name);
        for (E constant : constants) {
            if (ColumnWriting.word(constant).equals(word)) {
                return constant;
            }
        }
        throw fields.fault("has the unknown " + name + " \"" + word + "\"");
    }
}
