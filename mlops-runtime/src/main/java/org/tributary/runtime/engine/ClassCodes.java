package org.tributary.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tributary.runtime.engine.CodeOrigin.Own;

/**
 * Finds class files through class loaders, without loading the classes, and remembers what each one says for as long as
 * its loader lives. Two threads may read one class twice, to the same result. Safe for use by several threads.
 */
final class ClassCodes {
    private final OwnCode own;
    private final CodeOrigins origins = new CodeOrigins();
    private final Map<ClassLoader, Seen> loaders = Collections.synchronizedMap(new WeakHashMap<>());

    ClassCodes(OwnCode own) {
        this.own = own;
    }

    /** Says where a class comes from; one without a class file counts as own code. */
    CodeOrigin origin(ClassLoader loader, String internalName) {
        Map<String, CodeOrigin> seen = seen(loader).origins;
        CodeOrigin known = seen.get(internalName);
        if (known == null) {
            known = find(loader, internalName);
            seen.put(internalName, known);
        }
        return known;
    }

    /** Reads the code of a class. */
    ClassCode code(ClassLoader loader, String internalName) {
        Map<String, ClassCode> seen = seen(loader).codes;
        ClassCode known = seen.get(internalName);
        if (known == null) {
            known = read(loader, internalName);
            seen.put(internalName, known);
        }
        return known;
    }

    private Seen seen(ClassLoader loader) {
        return loaders.computeIfAbsent(loader, key -> new Seen(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
    }

    private CodeOrigin find(ClassLoader loader, String name) {
        URL url = loader.getResource(name + ".class");
        return url == null || own.lists(name.replace('/', '.')) ? new Own() : origins.of(url);
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
    private record Seen(Map<String, CodeOrigin> origins, Map<String, ClassCode> codes) {}
}
