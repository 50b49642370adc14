package org.tributary.steps.prepare;

import java.util.ArrayList;
import java.util.List;
import org.tribuo.util.tokens.Tokenizer;
import org.tribuo.util.tokens.impl.SplitCharactersTokenizer;

/**
 * Cuts texts into n-grams.
 *
 * @param n how many tokens an n-gram has at most; it has at least one
 * @param tokens what a token is
 */
record Grams(int n, Encode.Tokens tokens) {

    private static final String ENDS_A_WORD = "*()&[]{}`'\"|;:\\!-?";
    private static final String BETWEEN_DIGITS = ".,/";

    /** All n-grams of a text, each as often as it is there: tokens with a space between. */
    List<String> of(String text) {
        List<String> parts = tokenizer().split(text);
        List<String> grams = new ArrayList<>();
        for (int from = 0; from < parts.size(); from++) {
            StringBuilder gram = new StringBuilder();
            for (int at = from; at < Math.min(from + n, parts.size()); at++) {
                gram.append(at == from ? "" : " ").append(parts.get(at));
                grams.add(gram.toString());
            }
        }
        return grams;
    }

    /** A new one each time: a tokenizer keeps its place in the text. */
    private Tokenizer tokenizer() {
        return switch (tokens) {
            case WORDS -> new SplitCharactersTokenizer(ENDS_A_WORD.toCharArray(), BETWEEN_DIGITS.toCharArray());
            case SPACES -> SplitCharactersTokenizer.createWhitespaceTokenizer();
        };
    }
}
