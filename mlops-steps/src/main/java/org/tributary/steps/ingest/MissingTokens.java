package org.tributary.steps.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** The texts that stand for a missing value, looked up without making a String. */
final class MissingTokens {
    private final byte[][] tokens;

    MissingTokens(Collection<String> tokens) {
        this.tokens = tokens.stream()
                .map(token -> token.strip().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
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
        return Arrays.stream(tokens).anyMatch(token -> token.length > 0 && characters.indexOf(token[0]) >= 0);
    }
}
