package org.tributary.runtime.key;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The class path of this process, if it consists of jars alone: while they stay as they are, so does all code that the system
 * class loader finds. Immutable.
 *
 * @param digest covers the jars with their stamps, the JDK, and the packages that count as own code
 * @param jars the absolute paths
 */
record ClassPathState(String digest, Set<Path> jars) {

    private static final String FORM = "class-path/1 " + CodeFingerprint.FORM;

    /**
     * Looks at the class path of this process; gives nothing if something else than settled jars is on it, or modules are.
     *
     * @param clock tells whether the stamp of a jar was settled
     */
    static Optional<ClassPathState> ofThisProcess(OwnCode own, Clock clock) {
        String classPath = System.getProperty("java.class.path", "");
        return System.getProperty("jdk.module.path") == null ? of(classPath, own, clock) : Optional.empty();
    }

    static Optional<ClassPathState> of(String classPath, OwnCode own, Clock clock) {
        CanonicalBytes bytes = new CanonicalBytes()
                .text(FORM)
                .text(System.getProperty("java.home", ""))
                .text(Runtime.version().toString())
                .texts(modules())
                .texts(new TreeSet<>(own.packages()));
        Set<Path> jars = new HashSet<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            FileStamp stamp = stamp(entry, clock);
            if (stamp == null) {
                return Optional.empty();
            }
            Path jar = Path.of(entry).toAbsolutePath().normalize();
            jars.add(jar);
            bytes.text(jar.toString())
                    .number(stamp.size())
                    .number(stamp.modified())
                    .number(stamp.changed())
                    .text(stamp.identity());
        }
        return Optional.of(new ClassPathState(bytes.digest(), Set.copyOf(jars)));
    }

    /** Whether no manifest brings in further jars, which the digest would not cover. */
    boolean isClosed() {
        return jars.stream().noneMatch(ClassPathState::bringsOthers);
    }

    private static Set<String> modules() {
        Set<String> names = new TreeSet<>();
        ModuleLayer.boot().modules().forEach(module -> names.add(module.getName()));
        return names;
    }

    private static @Nullable FileStamp stamp(String entry, Clock clock) {
        try {
            Path file = Path.of(entry);
            FileStamp stamp = entry.isEmpty() || !Files.isRegularFile(file) ? null : FileStamp.of(file);
            return stamp != null && stamp.settledBefore(clock.millis()) ? stamp : null;
        } catch (IOException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static boolean bringsOthers(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().containsKey(Attributes.Name.CLASS_PATH);
        } catch (IOException unreadable) {
            return true;
        }
    }
}
