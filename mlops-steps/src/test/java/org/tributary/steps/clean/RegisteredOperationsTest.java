package org.tributary.steps.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tributary.steps.StepsExtension;
import org.tributary.steps.clean.Compute.Operator;
import org.tributary.steps.clean.DateParts.Part;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;
import org.tributary.table.TableCodec;
import org.tributary.table.WholeColumn;

/** What holds for each operation that a configuration can name. */
class RegisteredOperationsTest {
    private static final List<CleanOperation> OPERATIONS = List.of(
            Trim.defaults(),
            MissingTokens.of("t1"),
            Types.of("w", ColumnType.TEXT),
            Rename.column("n", "m"),
            Drop.columns("n"),
            Select.columns("t", "n"),
            Duplicates.by("t"),
            DropMissing.in("t"),
            ReplaceText.of("t", "t", "u"),
            Case.upper(),
            Clip.of("w", -1, 1),
            Range.of("n", 0.2, 0.8),
            DateParts.of("d", Part.YEAR, Part.WEEKEND),
            ParseTime.of("s", "d.M.yyyy"),
            Compute.of("c", "n", Operator.DIVIDE, "w"),
            Log.of("n"),
            Outliers.of("n").withK(0.2));
    private final TableCodec codec = new TableCodec();

    @Test
    void operations_allRegistered_areTestedHere() {
        Map<String, Class<? extends Record>> tested = OPERATIONS.stream()
                .collect(Collectors.toMap(CleanOperation::label, operation -> ((Record) operation).getClass()));
        assertThat(tested).isEqualTo(new StepsExtension().variants().get(CleanOperation.class));
    }

    @Test
    void apply_viewAndItsCopy_giveTheSameBytesAndStayAsTheyAre() throws IOException {
        long seed = 20;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 40; i++) {
            Table view = view(random);
            byte[] before = bytes(view);
            Table copy = codec.decode(new ByteArrayInputStream(before));
            for (CleanOperation operation : OPERATIONS) {
                String about = "seed " + seed + " case " + i + " " + operation;
                assertThat(bytes(operation.apply(view))).as(about).isEqualTo(bytes(operation.apply(copy)));
                assertThat(bytes(view)).as(about).isEqualTo(before);
            }
        }
    }

    private byte[] bytes(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.encode(table, out);
        return out.toByteArray();
    }

    private static Table view(SplittableRandom random) {
        int rows = 1 + random.nextInt(40);
        int[] shown = random.ints(random.nextInt(60), 0, rows).toArray();
        Table table = table(random, rows);
        return random.nextInt(4) == 0 ? table.slice(rows / 3, rows) : table.rows(shown);
    }

    private static Table table(SplittableRandom random, int rows) {
        List<Integer> at = IntStream.range(0, rows).boxed().toList();
        return Table.builder()
                .numbers(
                        "n",
                        at.stream()
                                .mapToDouble(row -> random.nextInt(6) == 0 ? Double.NaN : random.nextDouble())
                                .toArray())
                .add(WholeColumn.of("w", wholes(random, rows)))
                .text("t", texts(random, rows, " t"))
                .text("s", texts(random, rows, "1.1.200"))
                .booleans("b", at.stream().map(row -> row % 2 == 0).toArray(Boolean[]::new))
                .times(
                        "d",
                        at.stream()
                                .map(row -> random.nextInt(6) == 0 ? null : LocalDateTime.of(2000, 1, 1, 0, row))
                                .toArray(LocalDateTime[]::new))
                .build();
    }

    private static List<Long> wholes(SplittableRandom random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.nextInt(6) == 0 ? null : random.nextLong(-3, 4))
                .collect(Collectors.toList());
    }

    private static String[] texts(SplittableRandom random, int rows, String start) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.nextInt(6) == 0 ? null : start + random.nextInt(5))
                .toArray(String[]::new);
    }
}
