package org.tributary.steps.clean;

import java.util.List;
import java.util.Optional;
import org.tributary.table.Table;

/**
 * Takes texts that stand for a missing value as missing, in all columns of text.
 *
 * @param tokens the texts, compared as they are
 */
public record MissingTokens(List<String> tokens) implements CleanOperation {

    /** Copies the list. */
    public MissingTokens {
        tokens = List.copyOf(tokens);
    }

    /** Takes these texts as missing. */
    public static MissingTokens of(List<String> tokens) {
        return new MissingTokens(tokens);
    }

    /** Takes these texts as missing. */
    public static MissingTokens of(String... tokens) {
        return new MissingTokens(List.of(tokens));
    }

    @Override
    public Table apply(Table table) {
        return TextChange.everywhere(table, text -> tokens.contains(text) ? Optional.empty() : Optional.of(text));
    }
}
