package org.tributary.steps.clean;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.Table;

/**
 * Replaces each match of a pattern in a column of text.
 *
 * <pre>{@code
 * ReplaceText.of("Species", " .*", "")      // "Adelie Penguin (Pygoscelis adeliae)" becomes "Adelie"
 * }</pre>
 *
 * @param column the column; it must be there and hold text
 * @param pattern a regular expression of {@link Pattern}; each match is replaced
 * @param replacement what stands there instead; {@code $1} is what the first group matched, {@code \$} a dollar
 */
public record ReplaceText(String column, String pattern, String replacement) implements CleanOperation {

    /** Checks the pattern. */
    public ReplaceText {
        compiled(column, pattern);
    }

    /** Replaces each match of the pattern. */
    public static ReplaceText of(String column, String pattern, String replacement) {
        return new ReplaceText(column, pattern, replacement);
    }

    private static Pattern compiled(String column, String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new PipelineException(
                    "[CLEAN_PATTERN] clean operation replace-text on column \"" + column + "\": \"" + pattern
                            + "\" is no regular expression: " + e.getDescription() + " at character "
                            + (e.getIndex() + 1) + ".",
                    e);
        }
    }

    @Override
    public Table apply(Table table) {
        Clean.require(table, List.of(column), this);
        Matcher matcher = compiled(column, pattern).matcher("");
        return table.with(TextChange.of(table.text(column), text -> Optional.of(replaced(matcher.reset(text)))));
    }

    private String replaced(Matcher matcher) {
        try {
            return matcher.replaceAll(replacement);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new PipelineException(
                    "[CLEAN_REPLACEMENT] clean operation replace-text on column \"" + column + "\": the replacement \""
                            + replacement + "\" does not fit the pattern \"" + pattern + "\": " + e.getMessage()
                            + ". Write \\$ for a dollar.",
                    e);
        }
    }
}
