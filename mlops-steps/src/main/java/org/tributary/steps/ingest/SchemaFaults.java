package org.tributary.steps.ingest;

import static org.tributary.steps.ingest.FileFaults.shortened;

import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.ColumnNames;
import org.tributary.table.ColumnType;

/** The texts for schemas that are wrong, and for files that break one. */
final class SchemaFaults {
    private static final int SHOWN = 5;
    private static final int SHOWN_VALUE = 40;

    private SchemaFaults() {}

    static PipelineException duplicate(String name) {
        return new PipelineException(
                "[SCHEMA_DUPLICATE] the schema has two rules for column \"" + name + "\": write them as one.");
    }

    static PipelineException typeTwice(String name) {
        return new PipelineException("[SCHEMA_TYPE_TWICE] column \"" + name
                + "\" has a type in types and a rule in the schema: take it out of types.");
    }

    static PipelineException noPlaceForRejects(String path) {
        return new PipelineException(
                "[SCHEMA_REJECTS] " + path
                        + " is read outside of a run, and its schema sets rows aside in a file of the run: read it as a step of a pipeline, or let violations be errors.");
    }

    static PipelineException noOrder(String name, ColumnType type, String key) {
        return new PipelineException("[SCHEMA_BOUND] the rule for column \"" + name + "\" has a " + key + " and type "
                + type.label() + ": bounds are for number, whole and time. Use allowed or pattern.");
    }

    static PipelineException noRange(String name, String min, String max) {
        return new PipelineException("[SCHEMA_BOUND] the rule for column \"" + name + "\" has min \"" + min
                + "\" and max \"" + max + "\", so no value lies between them. Set a min that is at most the max.");
    }

    static PipelineException noValue(String name, ColumnType type, String key, String text) {
        return new PipelineException("[SCHEMA_VALUE] the rule for column \"" + name + "\" has " + key + " \""
                + shortened(text) + "\", which is not of type " + type.label()
                + ". Write it as the file would, for example " + example(type) + ".");
    }

    private static String example(ColumnType type) {
        return switch (type) {
            case NUMBER -> "0.5";
            case WHOLE -> "12";
            case TEXT -> "abc";
            case BOOLEAN -> "true";
            case TIME -> "2007-11-11 or 2007-11-11T10:15";
        };
    }

    static PipelineException patternOfNoText(String name, ColumnType type) {
        return new PipelineException("[SCHEMA_PATTERN] the rule for column \"" + name + "\" has a pattern and type "
                + type.label() + ": patterns are for text. Use min, max or allowed.");
    }

    static PipelineException noPattern(String name, String expression, PatternSyntaxException e) {
        return new PipelineException(
                "[SCHEMA_PATTERN] the rule for column \"" + name + "\" has the pattern \"" + shortened(expression)
                        + "\", which is no regular expression of Java: " + e.getDescription() + " near character "
                        + (e.getIndex() + 1) + ". Mend it.",
                e);
    }

    static PipelineException tooDeep(String name, String expression, int length, String place) {
        return new PipelineException(
                "[SCHEMA_PATTERN] the pattern \"" + shortened(expression) + "\" of column \"" + name
                        + "\" runs out of stack on a text of " + length + " characters: " + place
                        + ". Make the repetition of its groups possessive, such as (x|y)*+ for (x|y)*, or shorten the text.");
    }

    static PipelineException extra(String source, List<String> names) {
        return new PipelineException("[SCHEMA_EXTRA] " + source + " has columns without a rule: "
                + ColumnNames.list(names) + ". Add rules for them, or set extra to allow.");
    }

    static PipelineException broken(String source, int rows, Breaches breaches, RowPlaces places)
            throws InterruptedException {
        return new PipelineException("[SCHEMA_BROKEN] " + source + " breaks its schema in " + count(breaches, rows)
                + ":" + shown(source, breaches, places)
                + "\nMend the data, change the rules, or set violations to reject to set such rows aside.");
    }

    static String setAside(String source, int rows, Breaches breaches, String rejects) {
        return source + " breaks its schema in " + count(breaches, rows) + ", which are set aside: see " + rejects
                + ".";
    }

    private static String count(Breaches breaches, int rows) {
        long count = breaches.count();
        return (count == 1 ? "1 place" : count + " places") + ", "
                + breaches.rows().cardinality() + " of " + rows + (rows == 1 ? " row" : " rows");
    }

    private static String shown(String source, Breaches breaches, RowPlaces places) throws InterruptedException {
        int[] rows = breaches.firstRows(SHOWN);
        List<RowPlace> begins = places.of(rows);
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < rows.length; i++) {
            for (Breach breach : breaches.in(rows[i])) {
                if (shown < SHOWN) {
                    text.append("\n  ")
                            .append(shown(breach, rows[i], begins.get(i).ofRow(rows[i], source)));
                    shown++;
                }
            }
        }
        long more = breaches.count() - shown;
        return text + (more > 0 ? "\n  and " + more + " more" : "");
    }

    private static String shown(Breach breach, int row, String place) {
        boolean missing = breach.rule().equals("nullable");
        String value = missing ? "the value" : "\"" + breach.value(row, SHOWN_VALUE) + "\"";
        return place + ", column \"" + breach.column().name() + "\": " + value + " "
                + breach.reason().apply(row);
    }
}
