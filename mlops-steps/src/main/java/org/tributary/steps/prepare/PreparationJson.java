package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tributary.steps.json.JsonFields;
import org.tributary.steps.json.StrictJson;

/** The document {@code preparation.json}: kinds of columns are words of our own, never class names. */
final class PreparationJson {

    static final String FORMAT = "preparation/2";

    /** Its columns have no form, as there was one for each type. */
    private static final String FIRST = "preparation/1";

    private PreparationJson() {}

    static byte[] write(Preparation preparation) {
        return StrictJson.write(out -> {
            out.writeStringField("format", FORMAT);
            out.writeStringField("target", preparation.target());
            out.writeArrayFieldStart("columns");
            for (FittedColumn column : preparation.fitted()) {
                StrictJson.object(out, fields -> new ColumnWriting(fields).column(column));
            }
            out.writeEndArray();
        });
    }

    static Preparation read(byte[] bytes, String document) {
        JsonFields fields = StrictJson.read(bytes, document).only("format", "target", "columns");
        String format = fields.text("format");
        boolean first = format.equals(FIRST);
        if (!first && !format.equals(FORMAT)) {
            throw fields.fault("has the format \"" + format + "\", and this version reads \"" + FIRST + "\" and \""
                    + FORMAT + "\"");
        }
        List<FittedColumn> columns = new ArrayList<>();
        HashSet<String> names = new HashSet<>();
        for (JsonFields column : fields.objects("columns")) {
            if (!names.add(column.text("name"))) {
                throw column.fault("repeats the column \"" + column.text("name") + "\"");
            }
            columns.add(new ColumnReading(column, first).column());
        }
        return new Preparation(fields.text("target"), columns);
    }
}
