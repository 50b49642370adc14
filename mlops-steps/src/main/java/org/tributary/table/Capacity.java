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
}
