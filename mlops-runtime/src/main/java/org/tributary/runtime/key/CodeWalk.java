package org.tributary.runtime.key;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tributary.runtime.key.CodeOrigin.Library;
import org.tributary.runtime.key.CodeOrigin.Own;

/**
 * One walk over all classes that a step reaches, with a list of work instead of recursion: graphs of code are deep. For
 * one use by one thread: start at every class, then finish.
 */
final class CodeWalk {
    private final ClassCodes codes;
    private final SortedSet<String> roots = new TreeSet<>();
    private final SortedMap<String, String> classes = new TreeMap<>();
    private final SortedMap<String, String> libraries = new TreeMap<>();
    private final Set<String> followed = new HashSet<>();
    private final Map<ClassLoader, Set<String>> seen = new IdentityHashMap<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private final Set<Path> files = new HashSet<>();
    private boolean placed = true;
    private String problem = "";

    CodeWalk(ClassCodes codes) {
        this.codes = codes;
    }

    /**
     * Adds a class to start from. If it is a library's, the walk follows the code of that library too, so that the
     * versions of the libraries below it are found.
     */
    void start(Class<?> type) {
        if (type.isArray()) {
            start(type.getComponentType());
            return;
        }
        roots.add(type.getName());
        ClassLoader loader = type.getClassLoader();
        if (type.isHidden()) {
            fail(hidden(type));
        } else if (loader != null) {
            Place place = new Place(loader, type.getName().replace('.', '/'));
            if (codes.origin(loader, place.name) instanceof Library library) {
                followed.add(library.name());
            }
            add(place);
        }
    }

    /** Walks on from all starts. */
    KeyPart<CodeFingerprint> finish() {
        while (problem.isEmpty() && !open.isEmpty()) {
            visit(open.remove());
        }
        return problem.isEmpty() ? KeyPart.of(CodeFingerprint.of(roots, classes, libraries)) : KeyPart.missing(problem);
    }

    /** Whether each class that was found came from a file. */
    boolean isPlaced() {
        return placed;
    }

    /** The files that classes came from: jars and class files. */
    Set<Path> files() {
        return files;
    }

    private void visit(Place place) {
        CodeOrigin origin = codes.origin(place.loader, place.name);
        Optional<Path> file = codes.file(place.loader, place.name);
        file.ifPresent(files::add);
        if (origin instanceof Own) {
            String digest = follow(place);
            placed &= file.isPresent() || digest.equals(CodeFingerprint.ABSENT);
            classes.put(place.name.replace('/', '.'), digest);
        } else if (origin instanceof Library library) {
            libraries.merge(library.name(), library.version(), CodeWalk::both);
            if (followed.contains(library.name())) {
                follow(place);
            }
        }
    }

    private String follow(Place place) {
        ClassCode code = codes.code(place.loader, place.name);
        if (!code.problem().isEmpty()) {
            fail(code.problem());
        }
        code.references().forEach(name -> add(new Place(place.loader, name)));
        return code.digest();
    }

    private void add(Place place) {
        if (seen.computeIfAbsent(place.loader, loader -> new HashSet<>()).add(place.name)) {
            open.add(place);
        }
    }

    private void fail(String reason) {
        if (problem.isEmpty()) {
            problem = reason;
        }
    }

    // Two loaders may hold two versions of one library.
    private static String both(String one, String other) {
        SortedSet<String> versions = new TreeSet<>(Set.of(one.split(" ")));
        versions.add(other);
        return String.join(" ", versions);
    }

    private static String hidden(Class<?> type) {
        String name = type.getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0
                ? "class " + name.substring(0, Math.max(name.indexOf('/'), 0)) + " is hidden and has no class file"
                : "a lambda of class " + name.substring(0, lambda) + " has no class of its own to tell its code";
    }

    /** A class by the loader that finds it. */
    private record Place(ClassLoader loader, String name) {}
}
