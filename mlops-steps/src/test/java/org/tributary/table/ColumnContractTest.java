package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for columns of every type: each is tried with three rows whose second one is missing. */
class ColumnContractTest {

    static Stream<Column> columns() {
        return Stream.of(
                NumberColumn.of("c", 1.5, Double.NaN, -2),
                WholeColumn.of("c", Arrays.asList(1L, null, -2L)),
                TextColumn.of("c", "a", null, "b"),
                BooleanColumn.of("c", true, null, false),
                TimeColumn.of("c", LocalDateTime.of(1, 1, 1, 0, 0), null, LocalDateTime.of(2007, 11, 11, 1, 2, 3)));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void size_and_missing_countRows(Column column) {
        assertThat(column.size()).isEqualTo(3);
        assertThat(column.missingCount()).isEqualTo(1);
        assertThat(column.isMissing(0)).isFalse();
        assertThat(column.isMissing(1)).isTrue();
        assertThat(column.text(1)).isEmpty();
        assertThat(column.text(0)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void row_outside_isRefused(Column column) {
        for (int row : new int[] {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> column.isMissing(row)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> column.text(row)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        Column view = Table.of(List.of(column)).slice(1, 2).column("c");
        assertThatThrownBy(() -> view.text(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.text(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void named_otherName_keepsTheValues(Column column) {
        Column named = column.named("d");
        assertThat(named.name()).isEqualTo("d");
        assertThat(named).isNotEqualTo(column);
        assertThat(named.named("c")).isEqualTo(column).hasSameHashCodeAs(column);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void equals_sameValuesInAView_isTrue(Column column) {
        Column view = rows(column, 2, 1, 0);
        assertThat(view).isNotEqualTo(column);
        assertThat(rows(view, 2, 1, 0)).isEqualTo(column).hasSameHashCodeAs(column);
        assertThat(rows(column, 0, 1)).isNotEqualTo(column);
        assertThat(column).isNotEqualTo(rows(column, 0, 1));
        assertThat(rows(column, 0, 0, 2)).isNotEqualTo(column);
        assertThat(column.equals(null)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void equals_otherTypes_isFalse(Column column) {
        assertThat(columns().filter(column::equals)).containsExactly(column);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void fold_eachType_goesToItsCase(Column column) {
        ColumnType type = column.fold(new ColumnCases<ColumnType>() {
            @Override
            public ColumnType numbers(NumberColumn numbers) {
                return ColumnType.NUMBER;
            }

            @Override
            public ColumnType wholes(WholeColumn wholes) {
                return ColumnType.WHOLE;
            }

            @Override
            public ColumnType text(TextColumn text) {
                return ColumnType.TEXT;
            }

            @Override
            public ColumnType booleans(BooleanColumn booleans) {
                return ColumnType.BOOLEAN;
            }

            @Override
            public ColumnType times(TimeColumn times) {
                return ColumnType.TIME;
            }
        });
        assertThat(type).isEqualTo(column.type());
    }

    @ParameterizedTest
    @MethodSource("columns")
    void toString_ofAColumn_saysTypeAndRows(Column column) {
        assertThat(column).hasToString("c: " + column.type().label() + ", 3 rows, 1 missing");
        assertThat(rows(column, 0)).hasToString("c: " + column.type().label() + ", 1 row");
    }

    @ParameterizedTest
    @MethodSource("columns")
    void builder_ofManyRows_growsAndIsEqual(Column column) {
        Table table = Table.of(List.of(column));
        int[] rows = new int[1000];
        Arrays.setAll(rows, row -> row % 3);
        Column repeated = table.rows(rows).column("c");
        ColumnParser parser = ColumnParser.declared("c", column.type());
        for (int row = 0; row < rows.length; row++) {
            assertThat(parser.size()).isEqualTo(row);
            if (repeated.isMissing(row)) {
                parser.addMissing();
            } else {
                assertThat(parser.add(repeated.text(row))).isTrue();
            }
        }
        assertThat(parser.build()).isEqualTo(repeated).hasSameHashCodeAs(repeated);
        assertThat(parser.build().missingCount()).isEqualTo(333);
    }

    private static Column rows(Column column, int... rows) {
        return Table.of(List.of(column)).rows(rows).column(column.name());
    }
}
