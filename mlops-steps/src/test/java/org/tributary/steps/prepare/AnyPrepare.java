package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tributary.table.BooleanColumn;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;
import org.tributary.table.WholeColumn;

/** Any settings and any table that they fit, as a random source decides. */
final class AnyPrepare {

    static final List<String> COLUMNS = List.of("number", "whole", "truth", "place", "note");
    private static final List<String> PLACES = List.of("Biscoe", "Dream", "Torgersen", "İzmir", "", "Zürich", "a=b");
    private static final List<String> WORDS = List.of("calm", "sea", "I", "ı", "3.5", "ice-cold", "blue");

    private final Random random;

    AnyPrepare(Random random) {
        this.random = random;
    }

    Prepare settings() {
        List<ForColumns> overrides = new ArrayList<>();
        for (String column : COLUMNS) {
            if (random.nextInt(3) == 0) {
                ForColumns some = ForColumns.of(column);
                overrides.add(
                        COLUMNS.indexOf(column) < 3
                                ? some.withImpute(impute()).withScale(scale()).withIndicate(random.nextBoolean())
                                : some.withEncode(encode()));
            }
        }
        return Prepare.of("kind")
                .withImpute(impute())
                .withIndicate(random.nextBoolean())
                .withScale(scale())
                .withEncode(encode())
                .withOverrides(overrides);
    }

    private Impute impute() {
        return one(List.of(new Impute.Mean(), new Impute.Median(), new Impute.Mode(), new Impute.Constant(3.3)));
    }

    private Scale scale() {
        return one(List.of(
                new Scale.Standard(),
                new Scale.MinMax(),
                new Scale.Robust(),
                new Scale.None(),
                new Scale.Quantiles(2 + random.nextInt(12), one(List.of(Scale.Form.values())))));
    }

    Encode encode() {
        Encode.Unknown unknown = one(List.of(Encode.Unknown.BUCKET, Encode.Unknown.IGNORE));
        Encode.Missing missing = one(List.of(Encode.Missing.BUCKET, Encode.Missing.MODE));
        return one(List.of(
                new Encode.OneHot(unknown, missing, rare()),
                new Encode.Ordinal(unknown, missing, rare()),
                new Encode.Frequency(unknown, missing),
                new Encode.Hashing(2 + random.nextInt(20), missing),
                new Encode.NGrams(
                        1 + random.nextInt(3),
                        1 + random.nextInt(30),
                        one(List.of(Encode.Tokens.values())),
                        random.nextBoolean(),
                        missing)));
    }

    private Rare rare() {
        return one(List.of(
                Rare.defaults(),
                Rare.defaults().withMinCount(1 + random.nextInt(8)),
                Rare.defaults().withMinShare(random.nextDouble() / 2),
                Rare.defaults().withMost(1 + random.nextInt(4))));
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** @param strange whether values come that no training part has */
    Table table(int rows, boolean strange) {
        NumberColumn.Builder number = NumberColumn.builder("number");
        WholeColumn.Builder whole = WholeColumn.builder("whole");
        BooleanColumn.Builder truth = BooleanColumn.builder("truth");
        @Nullable String[] kinds = new String[rows];
        @Nullable String[] places = new String[rows];
        @Nullable String[] notes = new String[rows];
        double spread = strange ? 1e6 : 3;
        for (int row = 0; row < rows; row++) {
            kinds[row] = row < 2 ? "ab".substring(row, row + 1) : one(List.of("a", "b"));
            number.add(isMissing(row) ? Double.NaN : random.nextInt(3) == 0 ? -0.0 : spread * random.nextGaussian());
            if (isMissing(row)) {
                whole.addMissing();
            } else {
                whole.add(random.nextInt(strange ? 1000 : 6));
            }
            if (isMissing(row)) {
                truth.addMissing();
            } else {
                truth.add(random.nextBoolean());
            }
            places[row] = isMissing(row) ? null : strange && random.nextBoolean() ? "Nowhere" : one(PLACES);
            notes[row] = row == 0 ? "sea" : isMissing(row) ? null : note(strange);
        }
        return Table.builder()
                .text("kind", kinds)
                .add(number.build())
                .add(whole.build())
                .add(truth.build())
                .text("place", places)
                .text("note", notes)
                .build();
    }

    private String note(boolean strange) {
        StringBuilder note = new StringBuilder(strange ? "new " : "");
        for (int words = random.nextInt(6); words > 0; words--) {
            note.append(one(WORDS)).append(one(List.of(" ", ", ", "; ")));
        }
        return note.toString();
    }

    /** Never in the first rows, so that no column is without a value. */
    private boolean isMissing(int row) {
        return row >= 2 && random.nextInt(5) == 0;
    }

    /** The rows of one table, then those of another, whose places in the result are drawn. */
    static Table both(Table first, Table second, int[] places) {
        Table.Builder both = Table.builder();
        int rows = first.rowCount() + second.rowCount();
        for (String name : first.columnNames()) {
            @Nullable Object[] values = new Object[rows];
            for (int at = 0; at < rows; at++) {
                boolean isFirst = at < first.rowCount();
                values[places[at]] = (isFirst ? first.row(at) : second.row(at - first.rowCount()))
                        .asMap()
                        .get(name);
            }
            add(both, name, values);
        }
        return both.build();
    }

    private static void add(Table.Builder table, String name, @Nullable Object[] values) {
        switch (name) {
            case "number" -> {
                NumberColumn.Builder column = NumberColumn.builder(name);
                for (Object value : values) {
                    column.add(value == null ? Double.NaN : (Double) value);
                }
                table.add(column.build());
            }
            case "whole" -> {
                WholeColumn.Builder column = WholeColumn.builder(name);
                for (Object value : values) {
                    if (value == null) {
                        column.addMissing();
                    } else {
                        column.add(((Number) value).longValue());
                    }
                }
                table.add(column.build());
            }
            case "truth" -> {
                BooleanColumn.Builder column = BooleanColumn.builder(name);
                for (Object value : values) {
                    if (value == null) {
                        column.addMissing();
                    } else {
                        column.add((Boolean) value);
                    }
                }
                table.add(column.build());
            }
            default -> {
                @Nullable String[] texts = new String[values.length];
                for (int row = 0; row < values.length; row++) {
                    texts[row] = (String) values[row];
                }
                table.add(TextColumn.of(name, texts));
            }
        }
    }
}
