package org.tributary.steps.prepare;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the object of one column in {@code preparation.json}. */
record ColumnWriting(JsonGenerator out) {

    void column(FittedColumn column) throws IOException {
        FittedColumn plain = column instanceof FittedColumn.Indicated indicated ? indicated.inner() : column;
        out.writeStringField("name", column.name());
        out.writeStringField("type", column.type().label());
        out.writeStringField("form", Form.of(plain).word());
        if (plain != column) {
            out.writeBooleanField("indicator", true);
        }
        if (plain instanceof FittedText text) {
            text(text);
        } else {
            number(plain);
        }
    }

    private void number(FittedColumn column) throws IOException {
        if (column instanceof FittedColumn.Number number) {
            fill(number.fill());
            out.writeNumberField("shift", number.shift());
            out.writeNumberField("factor", number.factor());
        } else if (column instanceof FittedColumn.Bins bins) {
            fill(bins.fill());
            numbers("edges", bins.edges());
        } else if (column instanceof FittedColumn.Truth truth && truth.fill().isPresent()) {
            out.writeBooleanField("fill", truth.fill().get());
        }
    }

    private void fill(Optional<Double> fill) throws IOException {
        if (fill.isPresent()) {
            out.writeNumberField("fill", fill.get());
        }
    }

    private void text(FittedText column) throws IOException {
        if (column instanceof FittedText.OneHot oneHot) {
            others(oneHot.others());
            absent(oneHot.absent());
            texts("categories", oneHot.categories());
        } else if (column instanceof FittedText.Numbered numbered) {
            others(numbered.others());
            absent(numbered.absent());
            texts("categories", numbered.categories());
            numbers("numbers", numbered.numbers());
        } else if (column instanceof FittedText.Hashed hashed) {
            absent(hashed.absent());
            out.writeNumberField("buckets", hashed.buckets());
        } else if (column instanceof FittedText.Counted counted) {
            counted(counted);
        }
    }

    private void counted(FittedText.Counted counted) throws IOException {
        absent(counted.absent());
        out.writeNumberField("n", counted.grams().n());
        out.writeStringField("tokens", word(counted.grams().tokens()));
        out.writeBooleanField("others", counted.others());
        texts("n-grams", counted.kept());
    }

    private void others(FittedText.Others others) throws IOException {
        out.writeStringField("unknown", word(others.unknown()));
        texts("rare", others.rare());
    }

    private void absent(Absent absent) throws IOException {
        out.writeStringField("missing", word(absent.rule()));
        if (absent.mode().isPresent()) {
            out.writeStringField("mode", absent.mode().get());
        }
    }

    private void texts(String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private void numbers(String name, List<Double> numbers) throws IOException {
        out.writeArrayFieldStart(name);
        for (double number : numbers) {
            out.writeNumber(number);
        }
        out.writeEndArray();
    }

    /** How a constant is written. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
