package org.tributary.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.tributary.table.ColumnProfile.Histogram;
import org.tributary.table.ColumnProfile.Quantiles;
import org.tributary.table.ColumnProfile.Spread;
import org.tributary.table.ColumnProfile.TimeRange;
import org.tributary.table.ColumnProfile.TopValue;

/**
 * Writes profiles as JSON; what a column has no figures for is left out.
 *
 * <p>Field by field, since every ingest writes one, and a tree of nodes loads some 400 classes in a JVM that just began.
 */
final class ProfileWriter {
    /** Jackson's own digits: those of {@code Double.toString} changed with Java 19. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final JsonGenerator json;

    private ProfileWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(TableProfile profile) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            new ProfileWriter(json).table(profile);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory can be written to", impossible);
        }
        return bytes.toByteArray();
    }

    private void table(TableProfile profile) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rows", profile.rows());
        json.writeArrayFieldStart("columns");
        for (ColumnProfile column : profile.columns()) {
            column(column);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void column(ColumnProfile column) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", column.type().label());
        json.writeNumberField("count", column.count());
        json.writeNumberField("missing", column.missing());
        json.writeNumberField("distinct", column.distinct());
        figures(column);
        json.writeArrayFieldStart("top");
        for (TopValue value : column.top()) {
            json.writeStartObject();
            json.writeStringField("value", value.value());
            json.writeNumberField("count", value.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void figures(ColumnProfile column) throws IOException {
        if (column.numbers().isPresent()) {
            spread(column.numbers().get());
        }
        if (column.times().isPresent()) {
            range(column.times().get());
        }
        ProfileValues values = ProfileValues.of(column.type());
        if (column.quantiles().isPresent()) {
            quantiles(column.quantiles().get(), values);
        }
        if (column.histogram().isPresent()) {
            histogram(column.histogram().get(), values);
        }
    }

    private void spread(Spread spread) throws IOException {
        json.writeNumberField("min", spread.min());
        json.writeNumberField("max", spread.max());
        json.writeNumberField("mean", spread.mean());
        json.writeNumberField("deviation", spread.deviation());
    }

    private void range(TimeRange range) throws IOException {
        json.writeStringField("from", range.from());
        json.writeStringField("to", range.to());
    }

    private void quantiles(Quantiles quantiles, ProfileValues values) throws IOException {
        json.writeObjectFieldStart("quantiles");
        quantile("p1", quantiles.p1(), values);
        quantile("p5", quantiles.p5(), values);
        quantile("p25", quantiles.p25(), values);
        quantile("p50", quantiles.p50(), values);
        quantile("p75", quantiles.p75(), values);
        quantile("p95", quantiles.p95(), values);
        quantile("p99", quantiles.p99(), values);
        json.writeEndObject();
    }

    private void quantile(String name, double value, ProfileValues values) throws IOException {
        json.writeFieldName(name);
        values.write(value, json);
    }

    private void histogram(Histogram histogram, ProfileValues values) throws IOException {
        json.writeObjectFieldStart("histogram");
        json.writeArrayFieldStart("edges");
        for (double edge : histogram.edges()) {
            values.write(edge, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("counts");
        for (long count : histogram.counts()) {
            json.writeNumber(count);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
