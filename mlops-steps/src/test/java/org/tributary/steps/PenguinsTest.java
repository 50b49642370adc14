package org.tributary.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.Drop;
import org.tributary.steps.clean.DropMissing;
import org.tributary.steps.clean.Duplicates;
import org.tributary.steps.clean.ReplaceText;
import org.tributary.steps.clean.Trim;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.split.Split;
import org.tributary.steps.split.SplitData;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;
import org.tributary.table.TableCodec;
import org.tributary.table.TextColumn;

/** The penguins as they were recorded, through the steps before anything is fitted. */
class PenguinsTest {
    /** {@code data/raw/penguins-raw.csv} as the DVC remote in the repository keeps it: no pull is needed. */
    private static final Path RAW =
            Path.of("..", "data", "remote", "files", "md5", "04", "9da101568e078f9845c8b366481810");

    @Test
    void ingest_penguins_findsTypesAndGaps() throws InterruptedException {
        Table penguins = ingest();
        assertThat(penguins.rowCount()).isEqualTo(344);
        Map<ColumnType, List<String>> byType = penguins.columns().stream()
                .collect(Collectors.groupingBy(Column::type, Collectors.mapping(Column::name, Collectors.toList())));
        assertThat(byType.get(ColumnType.WHOLE))
                .containsExactly("Sample Number", "Flipper Length (mm)", "Body Mass (g)");
        assertThat(byType.get(ColumnType.NUMBER))
                .containsExactly("Culmen Length (mm)", "Culmen Depth (mm)", "Delta 15 N (o/oo)", "Delta 13 C (o/oo)");
        assertThat(byType.get(ColumnType.TIME)).containsExactly("Date Egg");
        assertThat(byType.get(ColumnType.TEXT)).hasSize(9).contains("Species", "Sex", "Comments");
        assertThat(penguins.column("Sex").missingCount()).isEqualTo(11);
        assertThat(penguins.text("Stage").values()).containsExactly("Adult, 1 Egg Stage");
    }

    @Test
    void steps_penguins_giveTheseBytesInAnyLocale() throws Exception {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("en-US", "tr-TR", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(digest(ingest()))
                        .as(tag)
                        .isEqualTo("f175508ace7936fa50a11631908f871933575190635aa9ff3c87123417a1fd88");
                assertThat(digest(clean()))
                        .as(tag)
                        .isEqualTo("6b612639d87e00bd7017e3713b246ac6a48bca2da4242fa7a48e8cb182f281f5");
                assertThat(digest(split().test()))
                        .as(tag)
                        .isEqualTo("5cbe7d874421e3eb4f9a1b0727f4e8a50655b3a5b959d49a80917a32abd3b0eb");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void split_cleanPenguins_keepsTheSharesOfTheSpecies() throws InterruptedException {
        SplitData data = split();
        assertThat(counts(data.train().text("Species")))
                .isEqualTo(Map.of("Adelie", 117L, "Chinstrap", 54L, "Gentoo", 95L));
        assertThat(counts(data.test().text("Species")))
                .isEqualTo(Map.of("Adelie", 29L, "Chinstrap", 14L, "Gentoo", 24L));
    }

    private static Map<String, Long> counts(TextColumn column) {
        return IntStream.range(0, column.size())
                .mapToObj(column::text)
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    }

    private static Table ingest() throws InterruptedException {
        return CsvIngest.of(RAW).run(new RecordingContext("ingest"));
    }

    private static Table clean() throws InterruptedException {
        Clean clean = Clean.of(
                new Trim(),
                ReplaceText.of("Species", " .*", ""),
                Drop.columns("Comments", "Delta 15 N (o/oo)", "Delta 13 C (o/oo)"),
                DropMissing.in("Sex"),
                Duplicates.defaults());
        return clean.run(ingest(), new RecordingContext("clean"));
    }

    private static SplitData split() throws InterruptedException {
        return Split.defaults().withStratify("Species").run(clean(), new RecordingContext("split"));
    }

    private static String digest(Table table) throws IOException, NoSuchAlgorithmException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableCodec().encode(table, out);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
    }
}
