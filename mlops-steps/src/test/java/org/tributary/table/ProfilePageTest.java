package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfilePageTest {

    @Test
    void toHtml_ofEachType_isAsWritten() throws IOException {
        Table table = Table.builder()
                .numbers("mass <g>", 3700.25, Double.NaN, 4950, 4201.754385964912)
                .add(WholeColumn.of("year", Arrays.asList(2007L, 2008L, 2009L, null)))
                .text("species", "Adelie", "Adelie", "", null)
                .booleans("sexed", true, false, true, true)
                .times(
                        "hatched",
                        LocalDate.of(2007, 11, 11).atStartOfDay(),
                        LocalDateTime.of(2009, 1, 2, 3, 4),
                        null,
                        null)
                .numbers("none", Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                .build();
        String html = TableProfile.of(table).toHtml("birds & more.csv");
        try (InputStream golden = ProfilePageTest.class.getResourceAsStream("/golden/profile.html")) {
            assertThat(golden).isNotNull();
            assertThat(html).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void toHtml_textsFromTheData_areEscapedWhereverTheyStand() {
        String hostile = "<script>alert(\"x\")</script>' onload=&";
        Table table = Table.builder().text(hostile, hostile).build();
        String html = TableProfile.of(table).toHtml(hostile);
        String escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39; onload=&amp;";
        assertThat(html).doesNotContain("<script", hostile).contains("<title>" + escaped + ": profile</title>");
        assertThat(html).contains("<h1>" + escaped, "<h2>" + escaped, "<th scope=\"row\">" + escaped);
    }

    @Test
    void toHtml_charactersThatNoPageMayHold_areReplaced() {
        Table table = Table.builder()
                .text("a\u0000b\u001B", "\uD83D lone", "\uD83D\uDC27", "\u202Eback")
                .build();
        String html = TableProfile.of(table).toHtml("t");
        assertThat(html).contains("a\uFFFDb\uFFFD", "\uFFFD lone", "\uD83D\uDC27", "\uFFFDback");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(html)).isTrue();
    }

    @Test
    void toHtml_manyValues_saysHowManyAreNotShown() {
        Table table = Table.builder()
                .text("t", IntStream.range(0, 30).mapToObj(i -> "v" + i / 2).toArray(String[]::new))
                .build();
        assertThat(TableProfile.of(table).toHtml("t")).contains("5 others in 10 rows");
    }

    @Test
    void toHtml_moreDistinctNumbersThanAreCounted_saysAtLeast() {
        long[] values = IntStream.range(0, 20_000).asLongStream().toArray();
        assertThat(TableProfile.of(Table.builder().wholes("w", values).build()).toHtml("t"))
                .contains("at least 10,000 distinct");
    }

    @Test
    void toHtml_aDocumentOfAnEarlierVersion_isShownWithoutHistogram() {
        String json = """
                {"rows" : 2, "columns" : [ {"name" : "n", "type" : "number", "count" : 2, "missing" : 0, "distinct" : 1,
                "min" : 1.5, "max" : 1.5, "mean" : 1.5, "deviation" : 0.0, "top" : [ {"value" : "1.5", "count" : 2} ]} ]}
                """;
        assertThat(TableProfile.fromJson(json.getBytes(StandardCharsets.UTF_8)).toHtml("t"))
                .contains("<dt>mean</dt><dd>1.5</dd>", "2 (100.0 %)")
                .doesNotContain("<svg", "median");
    }

    @Test
    void toHtml_anyLocaleAndTable_isWellFormedAndTheSame() throws Exception {
        RandomTables tables = new RandomTables(17);
        Locale before = Locale.getDefault();
        for (int i = 0; i < 50; i++) {
            TableProfile profile = TableProfile.of(tables.table());
            String html = profile.toHtml("t");
            assertThat(html.split("<section>", -1))
                    .as("seed 17 case %d", i)
                    .hasSize(profile.columns().size() + 1);
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            try {
                assertThat(profile.toHtml("t")).as("seed 17 case %d", i).isEqualTo(html);
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void range_ofAColumn_isForPeople() {
        List<ColumnProfile> columns = TableProfile.of(Table.builder()
                        .numbers("n", 1 / 3.0, 1e30)
                        .wholes("w", 2007, 1234567890123L)
                        .times("t", LocalDate.of(2007, 11, 11).atStartOfDay(), null)
                        .text("x", "a", "b")
                        .build())
                .columns();
        assertThat(columns)
                .extracting(column -> column.range().orElse(""))
                .containsExactly("0.333333 to 1E+30", "2007 to 1234567890123", "2007-11-11 to 2007-11-11", "");
    }
}
