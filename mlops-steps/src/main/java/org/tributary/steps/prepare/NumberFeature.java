package org.tributary.steps.prepare;

import java.util.Arrays;

/** The one feature that a number sets, after missing ones were filled. */
interface NumberFeature {

    /** The position of the feature. */
    int id(double filled);

    /** Its value; not finite if the number cannot be taken. */
    double value(double filled);

    /** The number itself, shifted and scaled. */
    record Scaled(int id, double shift, double factor) implements NumberFeature {

        @Override
        public int id(double filled) {
            return id;
        }

        @Override
        public double value(double filled) {
            return (filled - shift) * factor;
        }
    }

    /** The feature of the bin that holds the number: 1. */
    record Binned(int[] ids, double[] edges) implements NumberFeature {

        @Override
        public int id(double filled) {
            return ids[bin(edges, filled)];
        }

        @Override
        public double value(double filled) {
            return Double.isFinite(filled) ? 1 : filled;
        }
    }

    /** The bin that holds the number, counted from 0. */
    record BinNumber(int id, double[] edges) implements NumberFeature {

        @Override
        public int id(double filled) {
            return id;
        }

        @Override
        public double value(double filled) {
            return Double.isFinite(filled) ? bin(edges, filled) : filled;
        }
    }

    /** How many edges are less than the number, which is not NaN; -0.0 counts as 0.0. */
    private static int bin(double[] edges, double number) {
        int at = Arrays.binarySearch(edges, number + 0.0);
        return at < 0 ? -at - 1 : at;
    }
}
