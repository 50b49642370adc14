package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.RecordingContext;
import org.tributary.table.ColumnType;

class JsonLinesFaultsTest {
    @TempDir
    Path folder;

    @Test
    void run_noFileOrAFolder_isRefused() {
        Path none = folder.resolve("none.jsonl");
        fails(
                JsonLinesIngest.of(none),
                "[JSONL_NO_FILE] there is no file " + none + ": looked in " + folder
                        + ". Check the path, or fetch the data first.");
        fails(
                JsonLinesIngest.of(folder),
                "[JSONL_UNREADABLE] " + folder + " is a folder. Give a file that this user may read.");
    }

    @Test
    void run_noKeyAtAll_isRefused() {
        for (String text : new String[] {"", "\n\n", "{}\n{}\n"}) {
            fails(
                    text,
                    "[JSONL_EMPTY] FILE holds no object with a key: there would be no column. Check how it was made.");
        }
    }

    @Test
    void run_otherThanOneObject_isRefused() {
        fails(
                "[1]",
                "[JSONL_NOT_OBJECT] the line begins with [ where an object begins with {: FILE line 1."
                        + " Write one object a line.");
        fails(
                "{\"a\":1}\n\"text\"",
                "[JSONL_NOT_OBJECT] the line begins with text where an object begins with {:"
                        + " FILE line 2. Write one object a line.");
        fails(
                "{\"a\":1} {\"a\":2}",
                "[JSONL_SECOND_VALUE] the object is followed by {: FILE line 1." + " Write one object a line.");
    }

    @Test
    void run_malformedJson_namesLineAndColumn() {
        fails(
                "{\"a\":1}\n\n{\"a\" 1}",
                "[JSONL_MALFORMED] the line is no JSON object (Unexpected character ('1' (code 49)):"
                        + " was expecting a colon to separate field name and value): FILE line 3, column 6."
                        + " Write one object a line, and mend this one.");
        fails(
                "{\n\"a\":1}",
                "[JSONL_MALFORMED] the line is no JSON object (Unexpected end-of-input: expected close marker"
                        + " for Object): FILE line 1, column 2. Write one object a line, and mend this one.");
    }

    @Test
    void run_nestedValue_isRefusedAtItsKey() {
        fails(
                "{\"a\":1}\n{\"a\":{\"b\":1}}",
                "[JSONL_NESTED] key \"a\" holds an object, which no column can hold:"
                        + " FILE line 2. Flatten it first, or leave the key out.");
        fails(
                "{\"tags\":[]}",
                "[JSONL_NESTED] key \"tags\" holds an array, which no column can hold:"
                        + " FILE line 1. Flatten it first, or leave the key out.");
        fails(
                "{\"a\":" + "[".repeat(100_000),
                "[JSONL_NESTED] key \"a\" holds an array, which no column can hold:"
                        + " FILE line 1. Flatten it first, or leave the key out.");
    }

    @Test
    void run_duplicateKey_isRefusedEvenIfNull() {
        String message = "[JSONL_DUPLICATE_KEY] the object has the key \"a\" twice: FILE line 2. Remove or rename one.";
        fails("{\"a\":1}\n{\"a\":1,\"a\":2}", message);
        fails("{\"b\":1}\n{\"a\":null,\"a\":null}", message);
    }

    @Test
    void run_bytesThatAreNotUtf8_areRefusedByPosition() {
        byte[] latin = "{\"a\":\"x\"}\n{\"a\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = JsonLines.write(folder, latin);
        fails(
                JsonLinesIngest.of(file),
                "[JSONL_NOT_UTF8] byte 19 (0xE9) is not UTF-8: " + file + " line 2. Convert the file to UTF-8.");
    }

    @Test
    void run_halfACharacter_isRefused() {
        fails(
                "{\"a\":\"\\uD83D\"}",
                "[JSONL_LONE_SURROGATE] key \"a\" holds an escape for half a character:"
                        + " FILE line 1. Write both halves, such as \\uD83D\\uDC27, or the character itself.");
        for (String key : new String[] {"\\uDC27", "\\uD83D", "a\\uD83Db"}) {
            Path file = JsonLines.write(folder, "{\"" + key + "\":1}");
            assertThatThrownBy(() -> JsonLines.read(JsonLinesIngest.of(file)))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining("surrogate")
                    .hasMessageContaining(file + " line 1");
        }
    }

    @Test
    void run_longLine_stopsThere() {
        String message = "[JSONL_LONG_LINE] a line has more than 4194304 bytes: FILE line 2."
                + " Write one object a line, each ended by a line feed.";
        fails("{\"a\":1}\n" + " ".repeat(Utf8Lines.LONGEST + 1), message);
        fails("{\"a\":1}\n" + " ".repeat(3 * Utf8Lines.LONGEST), message);
    }

    @Test
    void run_longestLine_isRead() {
        JsonLines.read(JsonLinesIngest.of(
                JsonLines.write(folder, "{\"a\":1}" + " ".repeat(Utf8Lines.LONGEST - 7) + "\n")));
    }

    @Test
    void run_valueOfAnotherTypeThanDeclared_isRefusedShortened() {
        Path file = JsonLines.write(folder, "{\"n\":1}\n{\"n\":\"" + "x".repeat(100) + "\"}");
        fails(
                JsonLinesIngest.of(file).withTypes(Map.of("n", ColumnType.NUMBER)),
                "[JSONL_TYPE] key \"n\" is declared as number and holds \"" + "x".repeat(37) + "...\": " + file
                        + " line 2. Mend the value, name it in missing, or declare another type.");
    }

    @Test
    void run_typeForAKeyThatNoLineHas_suggestsTheNearest() {
        Path file = JsonLines.write(folder, "{\"species\":\"x\",\"mass\":1}");
        fails(
                JsonLinesIngest.of(file).withTypes(Map.of("Specis", ColumnType.TEXT)),
                "[JSONL_NO_KEY] types or schema names a key \"Specis\" that no line of " + file
                        + " has: keys are species, mass. Did you mean \"species\"?");
    }

    @Test
    void run_moreKeysThanColumns_stopsAtTheFirst() {
        String first = IntStream.range(0, 200_000)
                .mapToObj(key -> "\"" + key + "\":1")
                .collect(Collectors.joining(",", "{", "}\n"));
        fails(
                first + "{\"7\":2}\n{\"8\":3,\"more\":1}\n",
                "[JSONL_TOO_MANY_KEYS] the objects have more than 200000 different keys: FILE line 3."
                        + " Store what the keys tell as values.");
    }

    @Test
    void run_fileThatChangesBetweenPasses_isRefused() {
        String mixed = "{\"a\":1,\"b\":2}\n{\"a\":\"x\",\"b\":3}\n";
        for (String later : List.of(mixed + "{\"a\":2}\n", mixed.replace("3", "\"y\""), "{\"a\":1}\n")) {
            Path file = JsonLines.write(folder, mixed);
            assertThatThrownBy(() -> JsonLines.read(JsonLinesIngest.of(file), writingAfterAPass(later)))
                    .isInstanceOf(PipelineException.class)
                    .hasMessage("[JSONL_CHANGED] " + file + " changed while it was read. Run again when it is done.");
        }
    }

    @Test
    void run_fileThatShrinksBeforeItsLinesAreFound_isRefused() {
        Path file = JsonLines.write(folder, "{\"a\":1}\n{\"a\":2}\n{\"a\":-1}\n");
        Schema schema = Schema.of(ColumnRule.of("a", ColumnType.WHOLE).withMin("0"));
        assertThatThrownBy(() ->
                        JsonLines.read(JsonLinesIngest.of(file).withSchema(schema), writingAfterAPass("{\"a\":1}\n")))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[JSONL_CHANGED] " + file + " changed while it was read. Run again when it is done.");
    }

    /** Lets somebody write the file when it was read through. */
    private RecordingContext writingAfterAPass(String text) {
        return new RecordingContext("ingest") {
            @Override
            public void progress(long done, long total) {
                if (done == total) {
                    JsonLines.write(folder, text);
                }
            }
        };
    }

    private void fails(String text, String message) {
        Path file = JsonLines.write(folder, text);
        fails(JsonLinesIngest.of(file), message.replace("FILE", file.toString()));
    }

    private static void fails(JsonLinesIngest ingest, String message) {
        assertThatThrownBy(() -> JsonLines.read(ingest))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }
}
