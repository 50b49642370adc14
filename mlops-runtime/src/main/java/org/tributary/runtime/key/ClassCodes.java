package org.tributary.runtime.key;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tributary.runtime.key.CodeOrigin.Own;
import org.tributary.runtime.key.CodePlaces.Place;

/**
 * Finds class files through class loaders, without loading the classes, and remembers what each one says for as long as
 * its loader lives. Two threads may read one class twice, to the same result. Safe for use by several threads.
 */
final class ClassCodes {
    private final OwnCode own;
    private final KnownCode kept;
    private final CodePlaces places;
    private final ClassFiles files = new ClassFiles();
    private final Map<ClassLoader, Seen> loaders = Collections.synchronizedMap(new WeakHashMap<>());

    ClassCodes(OwnCode own, KnownCode kept) {
        this.own = own;
        this.kept = kept;
        this.places = new CodePlaces(kept);
    }

    /** Says where a class comes from; one without a class file counts as own code. */
    CodeOrigin origin(ClassLoader loader, String internalName) {
        return place(loader, internalName).origin();
    }

    /** The class file, or the jar that holds it; empty if it is in neither, or in the JDK. */
    Optional<Path> file(ClassLoader loader, String internalName) {
        return place(loader, internalName).file();
    }

    /** Reads the code of a class. */
    ClassCode code(ClassLoader loader, String internalName) {
        Map<String, ClassCode> seen = seen(loader).codes;
        ClassCode known = seen.get(internalName);
        if (known == null) {
            known = kept(loader, internalName, place(loader, internalName));
            seen.put(internalName, known);
        }
        return known;
    }

    private Place place(ClassLoader loader, String name) {
        Map<String, Place> seen = seen(loader).places;
        Place known = seen.get(name);
        if (known == null) {
            known = find(loader, name);
            seen.put(name, known);
        }
        return known;
    }

    private Seen seen(ClassLoader loader) {
        return loaders.computeIfAbsent(loader, key -> new Seen(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
    }

    private Place find(ClassLoader loader, String name) {
        if (files.isPlatform(name)) {
            return Place.platform();
        }
        URL url = files.find(loader, name);
        if (url == null && files.isUnusedPlatform(name)) {
            return Place.platform();
        }
        Place place = url == null ? Place.unknown() : places.of(url);
        return own.lists(name.replace('/', '.')) ? new Place(new Own(), place.file()) : place;
    }

    private ClassCode kept(ClassLoader loader, String name, Place place) {
        Optional<FileStamp> stamp = place.file().flatMap(places::stamp);
        if (stamp.isEmpty()) {
            return read(loader, name);
        }
        Path file = place.file().get();
        return kept.code(file, name, stamp.get()).orElseGet(() -> {
            boolean keep = kept.keeps(stamp.get());
            ClassCode code = read(loader, name);
            if (keep && code.readable() && unchanged(file, stamp.get())) {
                kept.add(file, name, stamp.get(), code);
            }
            return code;
        });
    }

    private boolean unchanged(Path file, FileStamp before) {
        return places.stamp(file).filter(before::sameAs).isPresent();
    }

    private static ClassCode read(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            return in == null ? unseen(loader, name) : ClassCode.of(ClassForm.read(in.readAllBytes()));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return ClassCode.unknown(name, "cannot be read: " + e.getMessage());
        }
    }

    private static ClassCode unseen(ClassLoader loader, String name) {
        try {
            Class.forName(name.replace('/', '.'), false, loader);
            return ClassCode.unknown(name, "was made at run time and has no class file");
        } catch (ClassNotFoundException | LinkageError e) {
            return ClassCode.absent();
        }
    }

    /** What is known of the classes of one loader, by internal name. */
    private record Seen(Map<String, Place> places, Map<String, ClassCode> codes) {}
}
