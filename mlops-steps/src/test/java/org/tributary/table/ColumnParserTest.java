package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnParserTest {

    @ParameterizedTest
    @CsvSource({
        "NUMBER, ' 1.5\t', 1.5",
        "NUMBER, 007, 7",
        "NUMBER, +2, 2",
        "NUMBER, -Infinity, -Infinity",
        "NUMBER, NaN, ''",
        "NUMBER, 5., 5",
        "NUMBER, -.5, -0.5",
        "NUMBER, 1e-99999999999, 0",
        "NUMBER, 1E+2, 100",
        "WHOLE, -9223372036854775808, -9223372036854775808",
        "WHOLE, 9223372036854775807, 9223372036854775807",
        "WHOLE, +007, 7",
        "BOOLEAN, TrUe, true",
        "BOOLEAN, ' false ', false",
        "TEXT, ' x ', ' x '",
        "TIME, ' 2007-11-11 ', 2007-11-11"
    })
    void add_declaredType_readsEveryForm(ColumnType type, String written, String text) {
        ColumnParser parser = ColumnParser.declared("c", type);
        byte[] within = ("9" + written + "9").getBytes(StandardCharsets.UTF_8);
        assertThat(parser.add(within, 1, written.length())).isTrue();
        assertThat(parser.build().text(0)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 1e400",
        "NUMBER, 1e99999999999",
        "NUMBER, -1e999",
        "NUMBER, ''",
        "NUMBER, ' '",
        "NUMBER, 1d",
        "WHOLE, 1.5",
        "WHOLE, -0",
        "WHOLE, 9223372036854775808",
        "WHOLE, NaN",
        "WHOLE, 01.5",
        "BOOLEAN, yes",
        "BOOLEAN, trueT",
        "TIME, 2007-11-31",
        "TIME, +2007-11-1"
    })
    void add_otherValue_addsNothing(ColumnType type, String written) {
        ColumnParser parser = ColumnParser.declared("c", type);
        assertThat(parser.add(written)).isFalse();
        assertThat(parser.size()).isZero();
        assertThat(parser.build().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"NUMBER, 007", "NUMBER, +2", "WHOLE, 007", "WHOLE, +2", "NUMBER, 9223372036854775808"})
    void add_inferredType_refusesWhatWouldBeLost(ColumnType type, String written) {
        assertThat(ColumnParser.inferred("c", type).add(written)).isFalse();
    }

    @Test
    void addAll_wholesToNumbers_goesOn() {
        ColumnParser wholes = ColumnParser.inferred("c", ColumnType.WHOLE);
        wholes.add("1");
        wholes.addMissing();
        ColumnParser parser = ColumnParser.inferred("c", ColumnType.NUMBER);
        parser.addAll(wholes);
        assertThat(parser.add("2.5")).isTrue();
        assertThat(parser.build()).isEqualTo(NumberColumn.of("c", 1, Double.NaN, 2.5));
    }

    @Test
    void add_textOfAnyColumn_readsItBack() {
        long seed = 77;
        SplittableRandom random = new SplittableRandom(seed);
        RandomTables tables = new RandomTables(random.nextLong());
        for (int i = 0; i < 200; i++) {
            for (Column column : tables.table().columns()) {
                if (column.type() != ColumnType.TIME) {
                    assertThat(readBack(column)).as("seed %d case %d", seed, i).isEqualTo(column);
                }
            }
        }
    }

    private static Column readBack(Column column) {
        ColumnParser parser = ColumnParser.declared(column.name(), column.type());
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                parser.addMissing();
            } else {
                assertThat(parser.add(column.text(row))).as(column.text(row)).isTrue();
            }
        }
        return parser.build();
    }
}
