package org.tributary.runtime.store;

/**
 * What a collection removed, and what is left.
 *
 * @param results results that were not to be kept
 * @param objects objects that no result needs any more
 * @param pointers hints whose result is gone
 * @param damaged what was set aside earlier
 * @param bytesLeft length of the results and objects that are left, in bytes
 * @param unknownForms number of results of other versions: if there is one, nobody knows which objects it needs, and no
 *     object was removed
 */
public record Collected(
        Removed results, Removed objects, Removed pointers, Removed damaged, long bytesLeft, long unknownForms) {
    /**
     * A number of files and their length.
     *
     * @param count number of files
     * @param bytes their length, in bytes
     */
    public record Removed(long count, long bytes) {
        static final Removed NONE = new Removed(0, 0);

        Removed plus(long moreBytes) {
            return new Removed(count + 1, bytes + moreBytes);
        }
    }

    /** {@return the length of all that was removed, in bytes} */
    public long bytesFreed() {
        return results.bytes() + objects.bytes() + pointers.bytes() + damaged.bytes();
    }
}
