package org.tributary.runtime.store;

import java.nio.charset.StandardCharsets;

/**
 * The first line of a sealed file: what the file is, how long its body is and what that digests to.
 *
 * <pre>tributary 1 result-8f0c... 5120 (SHA-256 of the body) (start of the SHA-256 of the line up to here)</pre>
 *
 * Each later version keeps the first two words and the last: so a flipped bit in the version is told from a newer file.
 *
 * @param version version of the format
 * @param label kind and name of the file: a file under another name is damage
 * @param length length of the body in bytes
 * @param digest SHA-256 of the body
 */
record Seal(int version, String label, long length, String digest) {
    static final int VERSION = 1;

    /** No line of any version is longer, the line feed included. */
    static final int MAX_LENGTH = 1024;

    // Patterns take several microseconds a line, and each hit reads one.
    private static final int WORDS = 6;
    private static final int MAX_VERSION_DIGITS = 9;
    private static final int MAX_LENGTH_DIGITS = 18;
    private static final int DIGEST_LENGTH = 64;
    private static final int CHECK_LENGTH = 16;

    static Seal of(String label, byte[] body) {
        return new Seal(VERSION, label, body.length, Sha256.hex(body));
    }

    /** The line with its line feed. */
    byte[] line() {
        String checked = "tributary " + version + " " + label + " " + length + " " + digest + " ";
        return (checked + check(checked) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a line without its line feed; of a newer version only {@code version} is told.
     *
     * @throws DamageException if it is no such line
     */
    static Seal parse(String line) throws DamageException {
        String checked = line.substring(0, Math.max(0, line.length() - CHECK_LENGTH));
        String[] words = checked.split(" ", -1);
        boolean isSeal = words.length > 2
                && words[0].equals("tributary")
                && isNumber(words[1], MAX_VERSION_DIGITS)
                && line.endsWith(check(checked));
        if (!isSeal) {
            throw new DamageException("its first line is not what was written");
        }
        int version = Integer.parseInt(words[1]);
        return version > VERSION ? new Seal(version, "", 0, "") : parseRest(version, words);
    }

    private static Seal parseRest(int version, String[] words) throws DamageException {
        boolean isKnown = version == VERSION
                && words.length == WORDS
                && !words[2].isEmpty()
                && isNumber(words[3], MAX_LENGTH_DIGITS)
                && words[4].length() == DIGEST_LENGTH
                && words[5].isEmpty();
        if (!isKnown) {
            throw new DamageException("its first line is of no known form");
        }
        return new Seal(VERSION, words[2], Long.parseLong(words[3]), words[4]);
    }

    private static boolean isNumber(String word, int maxDigits) {
        return !word.isEmpty()
                && word.length() <= maxDigits
                && word.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** Whether a newer version of the library wrote the file. */
    boolean isNewer() {
        return version > VERSION;
    }

    private static String check(String text) {
        return Sha256.hex(text).substring(0, CHECK_LENGTH);
    }
}
