package org.tributary.steps.prepare;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.tributary.steps.json.JsonFields;
import org.tributary.steps.json.StrictJson;
import org.tributary.table.ColumnType;

/** The document {@code preparation.json}: kinds of columns are words of our own, never class names. */
final class PreparationJson {

    static final String FORMAT = "preparation/1";

    private PreparationJson() {}

    static byte[] write(Preparation preparation) {
        return StrictJson.write(out -> {
            out.writeStringField("format", FORMAT);
            out.writeStringField("target", preparation.target());
            out.writeArrayFieldStart("columns");
            for (FittedColumn column : preparation.fitted()) {
                StrictJson.object(out, fields -> column(fields, column));
            }
            out.writeEndArray();
        });
    }

    private static void column(JsonGenerator out, FittedColumn column) throws IOException {
        out.writeStringField("name", column.name());
        out.writeStringField("type", column.type().label());
        if (column instanceof FittedColumn.Number number) {
            number(out, number);
        } else if (column instanceof FittedColumn.Truth truth) {
            if (truth.fill().isPresent()) {
                out.writeBooleanField("fill", truth.fill().get());
            }
        } else if (column instanceof FittedColumn.Category category) {
            category(out, category);
        }
    }

    private static void number(JsonGenerator out, FittedColumn.Number number) throws IOException {
        if (number.fill().isPresent()) {
            out.writeNumberField("fill", number.fill().get());
        }
        out.writeNumberField("shift", number.shift());
        out.writeNumberField("factor", number.factor());
    }

    private static void category(JsonGenerator out, FittedColumn.Category category) throws IOException {
        out.writeStringField("unknown", word(category.unknown()));
        out.writeStringField("missing", word(category.missing()));
        if (category.mode().isPresent()) {
            out.writeStringField("mode", category.mode().get());
        }
        out.writeArrayFieldStart("categories");
        for (String text : category.categories()) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    static Preparation read(byte[] bytes, String document) {
        JsonFields fields = StrictJson.read(bytes, document).only("format", "target", "columns");
        String format = fields.text("format");
        if (!format.equals(FORMAT)) {
            throw fields.fault("has the format \"" + format + "\", and this version reads \"" + FORMAT + "\"");
        }
        List<FittedColumn> columns = new ArrayList<>();
        HashSet<String> names = new HashSet<>();
        for (JsonFields column : fields.objects("columns")) {
            if (!names.add(column.text("name"))) {
                throw column.fault("repeats the column \"" + column.text("name") + "\"");
            }
            columns.add(column(column));
        }
        return new Preparation(fields.text("target"), columns);
    }

    private static FittedColumn column(JsonFields fields) {
        ColumnType type = constant(fields, "type", ColumnType.values());
        return switch (type) {
            case NUMBER, WHOLE -> number(fields, type);
            case BOOLEAN -> truth(fields);
            case TEXT -> category(fields);
            case TIME -> throw fields.fault("is of type time, which no preparation holds");
        };
    }

    private static FittedColumn number(JsonFields fields, ColumnType type) {
        fields.only("name", "type", "fill", "shift", "factor");
        Optional<Double> fill = fields.has("fill") ? Optional.of(fields.number("fill")) : Optional.empty();
        return new FittedColumn.Number(
                fields.text("name"), type, fill, fields.number("shift"), fields.number("factor"));
    }

    private static FittedColumn truth(JsonFields fields) {
        fields.only("name", "type", "fill");
        Optional<Boolean> fill = fields.has("fill") ? Optional.of(fields.truth("fill")) : Optional.empty();
        return new FittedColumn.Truth(fields.text("name"), fill);
    }

    private static FittedColumn category(JsonFields fields) {
        fields.only("name", "type", "unknown", "missing", "mode", "categories");
        List<String> categories = fields.texts("categories");
        if (!List.copyOf(new TreeSet<>(categories)).equals(categories)) {
            throw fields.fault("has categories that are not sorted or not unique");
        }
        Encode.Missing missing = constant(fields, "missing", Encode.Missing.values());
        Optional<String> mode = fields.optionalText("mode");
        if (mode.isPresent() != (missing == Encode.Missing.MODE)
                || !categories.containsAll(mode.stream().toList())) {
            throw fields.fault("has a mode that does not fit its other fields");
        }
        Encode.Unknown unknown = constant(fields, "unknown", Encode.Unknown.values());
        return new FittedColumn.Category(fields.text("name"), categories, unknown, missing, mode);
    }

    private static <E extends Enum<E>> E constant(JsonFields fields, String name, E[] constants) {
        String word = fields.text(name);
        for (E constant : constants) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw fields.fault("has the unknown " + name + " \"" + word + "\"");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
