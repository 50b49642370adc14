package org.tributary.runtime.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK of another release than the one that runs the tests: 25 beside 17, 17 beside any other.
 *
 * @param home its folder
 * @param release its number
 */
record OtherJdk(Path home, int release) {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final int WANTED = Runtime.version().feature() == 17 ? 25 : 17;

    /** Looks where JDKs usually are: beside the running one, and in variables such as {@code JAVA_HOME_25_X64}. */
    static Optional<OtherJdk> find() {
        List<Path> places = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME_" + WANTED)) {
                places.add(Path.of(value));
            }
        });
        places.addAll(below(Path.of(System.getProperty("java.home")).getParent()));
        places.addAll(below(Path.of("/usr/lib/jvm")));
        return places.stream().filter(OtherJdk::isWanted).findFirst().map(home -> new OtherJdk(home, WANTED));
    }

    /** Why a row that needs one does not run. */
    static String missing() {
        return "NOT RUN: there is no JDK " + WANTED + " beside this one, nor in JAVA_HOME_" + WANTED + "_X64";
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static boolean isWanted(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            return version.find()
                    && Integer.parseInt(version.group(1)) == WANTED
                    && Files.isExecutable(home.resolve("bin/javac"));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
