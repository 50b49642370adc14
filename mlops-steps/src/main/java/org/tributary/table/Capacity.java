package org.tributary.table;

/** How growing arrays grow: by half, up to the largest array that common virtual machines give. */
final class Capacity {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private Capacity() {}

    static int after(int full) {
        if (full == LARGEST) {
            throw new OutOfMemoryError("a column cannot hold more than " + LARGEST + " rows");
        }
        return (int) Math.min(LARGEST, (long) full + (full >> 1) + 16);
    }

    /** A length that holds so many more, by growing at least as usual; the length as it is if they fit. */
    static int holding(int used, int more, int length) {
        if (more > LARGEST - used) {
            throw new OutOfMemoryError("a column cannot hold more than " + LARGEST + " rows");
        }
        return used + more <= length ? length : Math.max(used + more, after(length));
    }

    /** Whether so much is free behind the used part that it is worth a copy to give it back. */
    static boolean isWasted(int used, int length) {
        return length - used > used >> 3;
    }
}
