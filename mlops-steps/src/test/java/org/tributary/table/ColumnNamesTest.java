package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {
    private static final List<String> NAMES = List.of("Species", "Island", "Body Mass (g)", "Sex", "TITLE");

    @ParameterizedTest
    @CsvSource({
        "Specis, Species",
        "species, Species",
        "Speices, Species",
        "Isand, Island",
        "body mass (g), Body Mass (g)",
        "Six, Sex",
        "title, TITLE",
        "Islands, Island"
    })
    void nearest_fewEdits_findsTheName(String typed, String meant) {
        assertThat(ColumnNames.nearest(typed, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"weight", "S", "xyz", "''", "Speciesssss"})
    void nearest_manyEdits_findsNothing(String typed) {
        assertThat(ColumnNames.nearest(typed, NAMES)).isEmpty();
    }

    @Test
    void nearest_equallyFar_takesTheFirst() {
        assertThat(ColumnNames.nearest("ab", List.of("ac", "ad"))).contains("ac");
    }

    @Test
    void list_manyNames_saysHowManyMore() {
        List<String> many = IntStream.range(0, 33).mapToObj(i -> "c" + i).toList();
        assertThat(ColumnNames.list(many)).endsWith("c18, c19 and 13 more");
        assertThat(ColumnNames.list(List.of())).isEqualTo("none");
    }

    @Test
    void require_unknownName_saysWhoAsked() {
        Table table = Table.builder().wholes("Comments", 1).build();
        assertThatThrownBy(() -> ColumnNames.require(table, List.of("Comments", "Coment"), "clean operation \"drop\""))
                .hasMessage("[TABLE_NO_COLUMN] clean operation \"drop\": the table has no column \"Coment\":"
                        + " columns are Comments. Did you mean \"Comments\"?");
    }
}
