package org.tributary.runtime.store;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern CHECKED = Pattern.compile("(tributary ([0-9]{1,9}) .*)([0-9a-f]{16})");
    private static final Pattern REST = Pattern.compile("tributary 1 (\\S+) ([0-9]{1,18}) ([0-9a-f]{64}) ");

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
        Matcher checked = CHECKED.matcher(line);
        if (!checked.matches() || !check(checked.group(1)).equals(checked.group(3))) {
            throw new DamageException("its first line is not what was written");
        }
        int version = Integer.parseInt(checked.group(2));
        return version > VERSION ? new Seal(version, "", 0, "") : parseRest(checked.group(1));
    }

    private static Seal parseRest(String checked) throws DamageException {
        Matcher rest = REST.matcher(checked);
        if (!rest.matches()) {
            throw new DamageException("its first line is of no known form");
        }
        return new Seal(VERSION, rest.group(1), Long.parseLong(rest.group(2)), rest.group(3));
    }

    /** Whether a newer version of the library wrote the file. */
    boolean isNewer() {
        return version > VERSION;
    }

    private static String check(String text) {
        return Sha256.hex(text).substring(0, 16);
    }
}
