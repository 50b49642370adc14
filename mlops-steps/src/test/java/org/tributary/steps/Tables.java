package org.tributary.steps;

import java.util.Random;
import org.tributary.table.BooleanColumn;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.table.TextColumn;
import org.tributary.table.WholeColumn;

/** Tables for tests, each decided by a seed. */
public final class Tables {

    private static final String[] KINDS = {"Adelie", "Chinstrap", "Gentoo"};
    private static final String[] ISLANDS = {"Biscoe", "Dream", "Torgersen"};

    private Tables() {}

    /** Birds whose kind shows in their size and island, with values missing in each column but Species. */
    public static Table birds(long seed, int rows) {
        Random random = new Random(seed);
        TextColumn.Builder species = TextColumn.builder("Species");
        NumberColumn.Builder bill = NumberColumn.builder("Bill (mm)");
        WholeColumn.Builder mass = WholeColumn.builder("Mass (g)");
        TextColumn.Builder island = TextColumn.builder("Island");
        BooleanColumn.Builder adult = BooleanColumn.builder("Adult");
        for (int row = 0; row < rows; row++) {
            int kind = row < KINDS.length ? row : random.nextInt(KINDS.length);
            boolean missing = row >= KINDS.length && random.nextInt(12) == 0;
            species.add(KINDS[kind]);
            bill.add(missing ? Double.NaN : 38 + 5 * kind + 2 * random.nextGaussian());
            if (row >= KINDS.length && random.nextInt(12) == 0) {
                mass.addMissing();
            } else {
                mass.add(3500 + 700L * kind + random.nextInt(500));
            }
            if (row >= KINDS.length && random.nextInt(12) == 0) {
                island.addMissing();
            } else {
                island.add(ISLANDS[(kind + (random.nextInt(4) == 0 ? 1 : 0)) % ISLANDS.length]);
            }
            if (row >= KINDS.length && random.nextInt(12) == 0) {
                adult.addMissing();
            } else {
                adult.add(random.nextInt(3) > 0);
            }
        }
        return Table.builder()
                .add(species.build())
                .add(bill.build())
                .add(mass.build())
                .add(island.build())
                .add(adult.build())
                .build();
    }
}
