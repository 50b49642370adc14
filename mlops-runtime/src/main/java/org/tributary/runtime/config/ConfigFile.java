package org.tributary.runtime.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a configuration file, with bounds: a long text would cost the parser quadratic time. */
final class ConfigFile {

    private static final int LARGEST = 1 << 20;

    private ConfigFile() {}

    /** How messages call a file. */
    static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    /** Reads the file; empty if it cannot be read as text, which was told then. */
    static Optional<String> read(Path file, Faults faults) {
        Place whole = Place.whole(name(file));
        if (!Files.exists(file)) {
            faults.add(Rule.CONFIG_NO_FILE, whole, "", "there is no such file. Name the file, or write one.");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return decode(bytes, name(file), faults);
            }
            faults.add(
                    Rule.CONFIG_TOO_LARGE,
                    whole,
                    "",
                    "the file has more than 1 MiB (" + LARGEST + " bytes), which no configuration needs.");
        } catch (IOException e) {
            faults.add(Rule.CONFIG_NO_FILE, whole, "", "the file cannot be read: " + e + ".");
        }
        return Optional.empty();
    }

    private static Optional<String> decode(byte[] bytes, String file, Faults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (!result.isError()) {
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        faults.add(
                Rule.CONFIG_SYNTAX,
                new Place(file, line, text.length() - text.lastIndexOf('\n')),
                "",
                "byte " + in.position() + " of the file is no UTF-8. Save the file as UTF-8.");
        return Optional.empty();
    }
}
