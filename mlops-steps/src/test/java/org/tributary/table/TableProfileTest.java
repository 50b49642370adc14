package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tributary.table.ColumnProfile.Histogram;
import org.tributary.table.ColumnProfile.Quantiles;
import org.tributary.table.ColumnProfile.Spread;
import org.tributary.table.ColumnProfile.TimeRange;
import org.tributary.table.ColumnProfile.TopValue;

class TableProfileTest {

    @Test
    void of_numbers_givesSpreadAndTop() {
        ColumnProfile profile = profile(NumberColumn.of("n", 4, Double.NaN, 2, 9, 2));
        assertThat(profile.count()).isEqualTo(4);
        assertThat(profile.missing()).isEqualTo(1);
        assertThat(profile.distinct()).isEqualTo(3);
        Spread spread = profile.numbers().orElseThrow();
        assertThat(spread.min()).isEqualTo(2);
        assertThat(spread.max()).isEqualTo(9);
        assertThat(spread.mean()).isEqualTo(4.25);
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(32.75 / 3), within(1e-12));
        assertThat(profile.top()).containsExactly(new TopValue("2", 2), new TopValue("4", 1), new TopValue("9", 1));
    }

    @Test
    void of_numbersWithTheSameFrequency_givesTheLeastFirst() {
        assertThat(profile(NumberColumn.of("n", 10, 9, 2)).top())
                .extracting(TopValue::value)
                .containsExactly("2", "9", "10");
    }

    @Test
    void of_numbers_givesQuantilesThatAreThereAndABinForEachTwentieth() {
        double[] values = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        ColumnProfile profile = profile(NumberColumn.of("n", values));
        assertThat(profile.quantiles()).contains(new Quantiles(1, 5, 25, 50, 75, 95, 99));
        Histogram histogram = profile.histogram().orElseThrow();
        assertThat(histogram.edges()).hasSize(21).startsWith(0.0, 5.0, 10.0).endsWith(95.0, 100.0);
        assertThat(histogram.counts()).hasSize(20).startsWith(5L, 5L).endsWith(5L, 6L);
    }

    @Test
    void of_wholes_givesBinsThatBeginAtWholeNumbers() {
        Histogram days = profile(WholeColumn.of(
                        "day", IntStream.rangeClosed(1, 31).asLongStream().toArray()))
                .histogram()
                .orElseThrow();
        assertThat(days.edges()).hasSize(17).startsWith(1.0, 3.0, 5.0).endsWith(31.0, 33.0);
        assertThat(days.counts()).startsWith(2L, 2L).endsWith(2L, 1L);
        Histogram flags = profile(WholeColumn.of("flag", 1, 0, 1)).histogram().orElseThrow();
        assertThat(flags).isEqualTo(new Histogram(List.of(0.0, 1.0, 2.0), List.of(1L, 2L)));
    }

    @Test
    void of_times_givesBinsUpToTheLast() {
        TimeColumn.Builder times = TimeColumn.builder("t");
        for (long micros = 0; micros <= 100; micros++) {
            times.addMicros(micros);
        }
        Histogram histogram = profile(times.build()).histogram().orElseThrow();
        assertThat(histogram.edges()).hasSize(21).startsWith(0.0, 5.0).endsWith(95.0, 100.0);
        assertThat(histogram.counts()).startsWith(5L, 5L).endsWith(5L, 6L);
    }

    @Test
    void of_timesThatAreFarApart_fallsIntoTheOutermostBins() {
        TimeColumn.Builder times = TimeColumn.builder("t");
        times.addMicros(Long.MIN_VALUE);
        times.addMicros(Long.MAX_VALUE);
        Histogram histogram = profile(times.build()).histogram().orElseThrow();
        assertThat(histogram.edges()).isSorted().startsWith(-0x1p63).endsWith(0x1p63);
        assertThat(histogram.counts()).startsWith(1L, 0L).endsWith(0L, 1L);
    }

    @Test
    void of_infinities_countsThemButInNoBinAndNotInTheMean() {
        ColumnProfile profile =
                profile(NumberColumn.of("n", Double.POSITIVE_INFINITY, 1, 3, Double.NEGATIVE_INFINITY, Double.NaN));
        assertThat(profile.count()).isEqualTo(4);
        assertThat(profile.numbers())
                .contains(new Spread(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 2, Math.sqrt(2)));
        assertThat(profile.quantiles().orElseThrow().p1()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(profile.quantiles().orElseThrow().p50()).isEqualTo(1);
        Histogram histogram = profile.histogram().orElseThrow();
        assertThat(histogram.edges()).startsWith(1.0).endsWith(3.0);
        assertThat(histogram.counts()).startsWith(1L, 0L).endsWith(0L, 1L);
        assertThat(TableProfile.fromJson(new TableProfile(5, List.of(profile)).toJson())
                        .columns())
                .containsExactly(profile);
    }

    @Test
    void of_onlyInfinities_hasNoMeanAndNoHistogram() {
        ColumnProfile profile = profile(NumberColumn.of("n", Double.POSITIVE_INFINITY));
        assertThat(profile.numbers().orElseThrow().mean()).isNaN();
        assertThat(profile.numbers().orElseThrow().deviation()).isNaN();
        assertThat(profile.histogram()).isEmpty();
    }

    @Test
    void of_wholesAndTimes_givesTheirRange() {
        assertThat(profile(WholeColumn.of("w", Arrays.asList(5L, null))).numbers())
                .contains(new Spread(5, 5, 5, 0));
        TimeColumn times = TimeColumn.of(
                "t",
                LocalDate.of(2009, 1, 2).atTime(3, 4),
                null,
                LocalDate.of(2007, 11, 11).atStartOfDay());
        assertThat(profile(times).times()).contains(new TimeRange("2007-11-11", "2009-01-02T03:04"));
        assertThat(profile(times).missing()).isEqualTo(1);
    }

    @Test
    void of_textOfAView_countsOnlyItsRows() {
        Table table =
                Table.builder().text("t", "a", "b", "b", null, "c").build().slice(1, 4);
        ColumnProfile profile = TableProfile.of(table).columns().get(0);
        assertThat(profile.distinct()).isEqualTo(1);
        assertThat(profile.missing()).isEqualTo(1);
        assertThat(profile.top()).containsExactly(new TopValue("b", 2));
    }

    @Test
    void of_booleans_countsBoth() {
        ColumnProfile profile = profile(BooleanColumn.of("b", true, null, false, true));
        assertThat(profile.count()).isEqualTo(3);
        assertThat(profile.top()).containsExactly(new TopValue("true", 2), new TopValue("false", 1));
    }

    @Test
    void of_onlyMissing_hasNoFigures() {
        for (Column column : List.of(
                NumberColumn.of("n", Double.NaN),
                TextColumn.of("t", (String) null),
                TimeColumn.of("z", new LocalDateTime[1]))) {
            ColumnProfile profile = profile(column);
            assertThat(profile.numbers()).isEmpty();
            assertThat(profile.times()).isEmpty();
            assertThat(profile.top()).isEmpty();
            assertThat(profile.missing()).isEqualTo(1);
        }
    }

    @Test
    void of_moreDistinctNumbersThanTheCap_saysTheCapAndNoTop() {
        ColumnProfile profile = profile(
                WholeColumn.of("w", IntStream.range(0, 20_000).asLongStream().toArray()));
        assertThat(profile.distinct()).isEqualTo(ColumnProfile.DISTINCT_CAP);
        assertThat(profile.top()).isEmpty();
        assertThat(profile.numbers().orElseThrow().max()).isEqualTo(19_999);
    }

    @Test
    void of_manyAndLongTexts_keepsTenAndCutsThem() {
        String[] texts =
                IntStream.range(0, 30).mapToObj(i -> "x".repeat(200) + i).toArray(String[]::new);
        ColumnProfile profile = profile(TextColumn.of("t", texts));
        assertThat(profile.distinct()).isEqualTo(30);
        assertThat(profile.top())
                .hasSize(ColumnProfile.TOP)
                .allSatisfy(top -> assertThat(top.value()).hasSize(100));
    }

    @Test
    void toJson_ofAProfile_hasFixedFields() {
        Table table = Table.builder()
                .numbers("é", 1.5, Double.NaN)
                .text("t", "a", "a")
                .build();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(new String(TableProfile.of(table).toJson(), StandardCharsets.UTF_8))
                    .isEqualTo("""
                    {
                      "rows" : 2,
                      "columns" : [
                        {
                          "name" : "é",
                          "type" : "number",
                          "count" : 1,
                          "missing" : 1,
                          "distinct" : 1,
                          "min" : 1.5,
                          "max" : 1.5,
                          "mean" : 1.5,
                          "deviation" : 0.0,
                          "quantiles" : {
                            "p1" : 1.5,
                            "p5" : 1.5,
                            "p25" : 1.5,
                            "p50" : 1.5,
                            "p75" : 1.5,
                            "p95" : 1.5,
                            "p99" : 1.5
                          },
                          "histogram" : {
                            "edges" : [
                              1.5,
                              1.5
                            ],
                            "counts" : [
                              1
                            ]
                          },
                          "top" : [
                            {
                              "value" : "1.5",
                              "count" : 1
                            }
                          ]
                        },
                        {
                          "name" : "t",
                          "type" : "text",
                          "count" : 2,
                          "missing" : 0,
                          "distinct" : 1,
                          "top" : [
                            {
                              "value" : "a",
                              "count" : 2
                            }
                          ]
                        }
                      ]
                    }""");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void fromJson_ofWritten_givesAnEqualProfile() {
        RandomTables tables = new RandomTables(9);
        for (int i = 0; i < 200; i++) {
            TableProfile profile = TableProfile.of(tables.table());
            byte[] json = profile.toJson();
            assertThat(TableProfile.fromJson(json).toJson())
                    .as("seed 9 case %d", i)
                    .isEqualTo(json);
        }
    }

    @Test
    void toJson_ofTimes_writesThemAsText() {
        TimeColumn times = TimeColumn.of(
                "t", LocalDate.of(2007, 11, 11).atStartOfDay(), LocalDateTime.of(2009, 1, 2, 3, 4, 5, 6000));
        TableProfile profile = TableProfile.of(Table.of(List.of(times)));
        assertThat(new String(profile.toJson(), StandardCharsets.UTF_8))
                .contains("\"p50\" : \"2007-11-11\"", "\"p75\" : \"2009-01-02T03:04:05.000006\"");
        assertThat(TableProfile.fromJson(profile.toJson())).isEqualTo(profile);
    }

    @Test
    void fromJson_withoutQuantilesAndHistogram_leavesThemEmpty() {
        String json = """
                {"rows" : 2, "columns" : [ {"name" : "n", "type" : "number", "count" : 2, "missing" : 0, "distinct" : 1,
                "min" : 1.5, "max" : 1.5, "mean" : 1.5, "deviation" : 0.0, "top" : [ {"value" : "1.5", "count" : 2} ]} ]}
                """;
        ColumnProfile column = TableProfile.fromJson(json.getBytes(StandardCharsets.UTF_8))
                .columns()
                .get(0);
        assertThat(column.numbers()).contains(new Spread(1.5, 1.5, 1.5, 0));
        assertThat(column.quantiles()).isEmpty();
        assertThat(column.histogram()).isEmpty();
    }

    @Test
    void fromJson_ofSomethingElse_isRefused() {
        for (String text : List.of("{", "[]", "{\"rows\": 1, \"columns\": [{}]}", "")) {
            assertThatThrownBy(() -> TableProfile.fromJson(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ColumnProfile profile(Column column) {
        return TableProfile.of(Table.of(List.of(column))).columns().get(0);
    }
}
