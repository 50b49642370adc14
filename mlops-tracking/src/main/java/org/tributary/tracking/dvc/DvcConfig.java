package org.tributary.tracking.dvc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of a repository: {@code .dvc/config}, overridden by {@code .dvc/config.local}. Settings of the user and the
 * machine are not read. Immutable.
 */
final class DvcConfig {

    private static final Pattern SECTION =
            Pattern.compile("\\[\\s*(?:'([^']*)'|\"([^\"]*)\"|([^\\]]*))\\s*\\]\\s*(?:#.*)?");
    private static final Pattern VALUE =
            Pattern.compile("([A-Za-z0-9_.-]+)\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\"|(.*?))\\s*(?:\\s#.*)?");
    private static final String KEY = "\u0000";

    private final Path folder;
    private final Map<String, String> values;

    private DvcConfig(Path folder, Map<String, String> values) {
        this.folder = folder;
        this.values = values;
    }

    /** Reads the files in a {@code .dvc} folder that exist. */
    static DvcConfig read(Path folder) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String name : new String[] {"config", "config.local"}) {
            if (Files.exists(folder.resolve(name))) {
                read(folder.resolve(name), values);
            }
        }
        return new DvcConfig(folder, Map.copyOf(values));
    }

    private static void read(Path file, Map<String, String> values) throws IOException {
        String section = "";
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String text = line.strip();
            Matcher head = SECTION.matcher(text);
            Matcher value = VALUE.matcher(text);
            if (head.matches()) {
                section = firstOf(head, 1, 2, 3).strip();
            } else if (value.matches()) {
                values.put(section + KEY + value.group(1), firstOf(value, 2, 3, 4));
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                throw DvcTrouble.badConfig(file, number);
            }
        }
    }

    private static String firstOf(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    /** The folder of the cache. */
    Path cache() {
        return get("cache", "dir")
                .map(folder::resolve)
                .orElse(folder.resolve("cache"))
                .normalize();
    }

    /** The name of the remote that is used unless an entry names another. */
    Optional<String> defaultRemote() {
        return get("core", "remote");
    }

    /** Where a remote lies, as it was written. */
    Optional<String> url(String remote) {
        return get("remote \"" + remote + "\"", "url");
    }

    /** A path of the settings, which is relative to the {@code .dvc} folder. */
    Path resolve(String path) {
        return folder.resolve(path).normalize();
    }

    private Optional<String> get(String section, String key) {
        return Optional.ofNullable(values.get(section + KEY + key));
    }
}
