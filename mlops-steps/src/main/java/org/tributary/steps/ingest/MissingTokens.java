package org.tributary.steps.ingest;

import java.util.Collection;

/** The texts that stand for a missing value, looked up without making a String. */
final class MissingTokens {
    private final char[][] tokens;

    MissingTokens(Collection<String> tokens) {
        this.tokens =
                tokens.stream().map(String::strip).map(String::toCharArray).toArray(char[][]::new);
    }

    boolean contains(Cell cell) {
        for (char[] token : tokens) {
            if (cell.isStripped(token)) {
                return true;
            }
        }
        return false;
    }
}
