package org.tributary.steps.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** The texts that stand for a missing value, looked up without making a String. */
final class MissingTokens {
    private final byte[][] tokens;

    MissingTokens(Collection<String> tokens) {
        this.tokens = new byte[tokens.size()][];
        int at = 0;
        for (String token : tokens) {
            this.tokens[at++] = token.strip().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The length in bytes of the longest one; 0 if there is none. */
    int longest() {
        int longest = 0;
        for (byte[] token : tokens) {
            longest = Math.max(longest, token.length);
        }
        return longest;
    }

    boolean contains(byte[] utf8, int from, int to) {
        for (byte[] token : tokens) {
            if (token.length == to - from && Arrays.equals(utf8, from, to, token, 0, token.length)) {
                return true;
            }
        }
        return false;
    }

    boolean anyBeginsWith(String characters) {
        for (byte[] token : tokens) {
            if (token.length > 0 && characters.indexOf(token[0]) >= 0) {
                return true;
            }
        }
        return false;
    }
}
