package org.tributary.steps.ingest;

import static org.tributary.steps.ingest.FileFaults.at;
import static org.tributary.steps.ingest.FileFaults.shortened;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.ColumnNames;
import org.tributary.table.ColumnType;

/** The texts for what is wrong with a file of JSON lines. */
final class JsonLinesFaults {
    private static final String FORMAT = "JSONL";
    private static final int SHOWN_FAULT = 160;

    private JsonLinesFaults() {}

    static PipelineException noFile(Path path, IOException cause) {
        return FileFaults.noFile(FORMAT, path, cause);
    }

    static PipelineException unreadable(Path path, IOException cause) {
        return FileFaults.unreadable(FORMAT, path, cause);
    }

    static PipelineException changed(Path path) {
        return FileFaults.changed(FORMAT, path);
    }

    static PipelineException empty(Path path) {
        return new PipelineException("[JSONL_EMPTY] " + path
                + " holds no object with a key: there would be no column. Check how it was made.");
    }

    static PipelineException longLine(Path path, long line, int most) {
        return new PipelineException("[JSONL_LONG_LINE] a line has more than " + most + " bytes: " + at(path, line)
                + ". Write one object a line, each ended by a line feed.");
    }

    static PipelineException malformedText(Path path, long line, long position, byte first) {
        return new PipelineException("[JSONL_NOT_UTF8] byte " + position + " (0x"
                + String.format(Locale.ROOT, "%02X", Byte.toUnsignedInt(first)) + ") is not UTF-8: " + at(path, line)
                + ". Convert the file to UTF-8.");
    }

    static PipelineException malformed(Path path, long line, JsonProcessingException e) {
        String fault = shortened(
                e.getOriginalMessage().replaceAll("(?s) *\\(start marker.*", "").replaceAll("\\s+", " "), SHOWN_FAULT);
        return new PipelineException(
                "[JSONL_MALFORMED] the line is no JSON object (" + fault + "): " + at(path, line) + ", column "
                        + e.getLocation().getColumnNr() + ". Write one object a line, and mend this one.",
                e);
    }

    static PipelineException noObject(Path path, long line, String start) {
        return new PipelineException("[JSONL_NOT_OBJECT] the line begins with " + shortened(start)
                + " where an object begins with {: " + at(path, line) + ". Write one object a line.");
    }

    static PipelineException secondValue(Path path, long line, String start) {
        return new PipelineException("[JSONL_SECOND_VALUE] the object is followed by " + shortened(start) + ": "
                + at(path, line) + ". Write one object a line.");
    }

    static PipelineException duplicateKey(Path path, long line, String key) {
        return new PipelineException("[JSONL_DUPLICATE_KEY] the object has the key \"" + shortened(key) + "\" twice: "
                + at(path, line) + ". Remove or rename one.");
    }

    static PipelineException tooManyKeys(Path path, long line, int most) {
        return new PipelineException("[JSONL_TOO_MANY_KEYS] the objects have more than " + most + " different keys: "
                + at(path, line) + ". Store what the keys tell as values.");
    }

    static PipelineException nested(Path path, long line, String key, boolean array) {
        return new PipelineException("[JSONL_NESTED] key \"" + shortened(key) + "\" holds "
                + (array ? "an array" : "an object") + ", which no column can hold: " + at(path, line)
                + ". Flatten it first, or leave the key out.");
    }

    static PipelineException loneSurrogate(Path path, long line, String key) {
        return new PipelineException("[JSONL_LONE_SURROGATE] key \"" + shortened(key)
                + "\" holds an escape for half a character: " + at(path, line)
                + ". Write both halves, such as \\uD83D\\uDC27, or the character itself.");
    }

    static PipelineException wrongType(Path path, long line, String key, ColumnType type, String value) {
        return new PipelineException("[JSONL_TYPE] key \"" + shortened(key) + "\" is declared as " + type.label()
                + " and holds \"" + shortened(value) + "\": " + at(path, line)
                + ". Mend the value, name it in missing, or declare another type.");
    }

    static PipelineException unknownKey(Path path, String key, List<String> keys) {
        return new PipelineException("[JSONL_NO_KEY] types or schema names a key \"" + key + "\" that no line of "
                + path + " has: keys are " + ColumnNames.list(keys) + "." + ColumnNames.didYouMean(key, keys));
    }

    static String mixed(Path path, String key, long before, String misfit, long line) {
        return "column \"" + shortened(key) + "\" is text: after " + (before == 1 ? "1 number" : before + " numbers")
                + " it holds \"" + misfit + "\", " + at(path, line)
                + ". If that stands for a missing value, name it in missing.";
    }
}
