package org.tributary.steps.prepare;

import java.util.Map;

/** The features that a text sets, and their values. Threads: safe. */
final class Marks {

    /** No feature. */
    static final Marks NONE = new Marks(new int[0], new double[0]);

    /** Stands for a text that is an error when a row holds it. */
    static final Marks REFUSED = new Marks(new int[0], new double[0]);

    private final int[] ids;
    private final double[] values;

    /**
     * Takes the arrays, which nobody may change later.
     *
     * @param ids positions, each once
     * @param values as many
     */
    Marks(int[] ids, double[] values) {
        this.ids = ids;
        this.values = values;
    }

    static Marks of(int id, double value) {
        return new Marks(new int[] {id}, new double[] {value});
    }

    /** How many they are. */
    int size() {
        return ids.length;
    }

    /** Writes them from a position on, and gives the position after. */
    int write(int[] toIds, double[] toValues, int at) {
        for (int mark = 0; mark < ids.length; mark++) {
            toIds[at + mark] = ids[mark];
            toValues[at + mark] = values[mark];
        }
        return at + ids.length;
    }

    /** Sets them in a row of all features. */
    void set(double[] row) {
        if (ids.length == 1) {
            row[ids[0]] = values[0];
            return;
        }
        for (int mark = 0; mark < ids.length; mark++) {
            row[ids[mark]] = values[mark];
        }
    }

    /** Gives each of them, as if so many rows had it. */
    void give(int rows, FeatureSink sink) {
        for (int mark = 0; mark < ids.length; mark++) {
            sink.accept(ids[mark], values[mark], rows);
        }
    }

    /** Notes the value of each feature; false if one has another value already. */
    boolean agree(Map<Integer, Double> known) {
        boolean agree = true;
        for (int mark = 0; mark < ids.length; mark++) {
            Double before = known.putIfAbsent(ids[mark], values[mark]);
            agree &= before == null || before == values[mark];
        }
        return agree;
    }
}
