package org.tributary.runtime.store;

/**
 * The address of stored content: what it digests to and how long it is.
 *
 * @param digest SHA-256 of the content, 64 lower-case hexadecimal digits
 * @param size length of the content in bytes, 0 or more
 */
public record ObjectRef(String digest, long size) {
    private static final int DIGITS = 64;

    /**
     * Checks both components.
     *
     * @param digest the digest
     * @param size the size in bytes
     * @throws IllegalArgumentException if the digest is no lower-case SHA-256 or the size is negative
     */
    public ObjectRef {
        requireDigest("digest", digest);
        if (size < 0) {
            throw new IllegalArgumentException("size must be 0 or more: " + size);
        }
    }

    /**
     * The address of {@code content}.
     *
     * @param content any bytes
     * @return their digest and length
     */
    public static ObjectRef of(byte[] content) {
        return new ObjectRef(Sha256.hex(content), content.length);
    }

    static void requireDigest(String name, String value) {
        if (!isDigest(value)) {
            throw new IllegalArgumentException(name + " must be 64 lower-case hexadecimal digits: " + value);
        }
    }

    // A pattern takes a microsecond for each; a hit checks several.
    private static boolean isDigest(String value) {
        if (value.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            char digit = value.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
