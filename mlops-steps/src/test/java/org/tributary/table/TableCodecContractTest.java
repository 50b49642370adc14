package org.tributary.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tributary.cache.Codec;
import org.tributary.testkit.CodecContract;

final class TableCodecContractTest extends CodecContract<Table> {
    private static final long SEED = 424_242;

    @Override
    protected Codec<Table> codec() {
        return new TableCodec();
    }

    @Override
    protected List<Table> values() {
        RandomTables random = new RandomTables(SEED);
        List<Table> values = new ArrayList<>(List.of(
                Table.builder().build(),
                Table.builder().numbers("a").build(),
                Table.builder().text("a").build(),
                Table.builder().text("a", "").build(),
                Table.builder().text("a", (String) null).build(),
                Table.builder().numbers("a", 0.0).build(),
                Table.builder().numbers("a", -0.0).build(),
                Table.builder().wholes("a", 0).build(),
                Table.of(List.of(WholeColumn.of("a", Arrays.asList((Long) null)))),
                Table.builder().booleans("a", false).build()));
        while (values.size() < 20) {
            values.add(random.table(1 + values.size() * 7, 6));
        }
        return values;
    }

    @Override
    protected Table copyOf(Table value) {
        return new RandomTables(SEED).sameByOtherMeans(value);
    }
}
