package org.tributary.runtime.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Where things are below the root of a store.
 *
 * <pre>
 * v1/objects/ab/cdef...   content; the path is its SHA-256
 * v1/results/ab/abcdef... a sealed result; the name is its key
 * v1/latest/name          a sealed pointer; the name is escaped
 * v1/damaged/             what was set aside
 * </pre>
 *
 * A name that starts with {@code ~} is a temporary file, in any folder.
 */
record StoreLayout(Path root) {
    private static final int MAX_NAME = 200;
    private static final int SHORTENED = 120;

    Path version() {
        return root.resolve("v1");
    }

    Path objects() {
        return version().resolve("objects");
    }

    Path results() {
        return version().resolve("results");
    }

    Path pointers() {
        return version().resolve("latest");
    }

    Path damaged() {
        return version().resolve("damaged");
    }

    /** The folders that hold files, results first: an object without a result is only waste. */
    List<Path> kinds() {
        return List.of(results(), pointers(), objects(), damaged());
    }

    Path object(ObjectRef ref) {
        String digest = ref.digest();
        return objects().resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    Path result(String key) {
        return results().resolve(key.substring(0, 2)).resolve(key);
    }

    Path pointer(String name) {
        return pointers().resolve(escape(name));
    }

    /** What the seal of a result says. */
    static String resultLabel(String key) {
        return "result-" + key;
    }

    /** What the seal of a pointer says, by its escaped name. */
    static String pointerLabel(String escaped) {
        return "latest-" + escaped;
    }

    /** The path below the root, with dashes: a name that says where a damaged file was. */
    String flatName(Path file) {
        return version().relativize(file).toString().replace('/', '-').replace('\\', '-');
    }

    /**
     * A file name for any text, unique also where upper and lower case are one; a long one ends in a digest.
     */
    static String escape(String name) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            escape(b, escaped);
        }
        if (escaped.length() <= MAX_NAME) {
            return escaped.isEmpty() ? "%" : escaped.toString();
        }
        return escaped.substring(0, SHORTENED) + "%%" + Sha256.hex(name);
    }

    private static void escape(byte b, StringBuilder to) {
        boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '_' || b == '-';
        if (plain) {
            to.append((char) b);
        } else {
            to.append('%').append(HexFormat.of().toHexDigits(b));
        }
    }
}
