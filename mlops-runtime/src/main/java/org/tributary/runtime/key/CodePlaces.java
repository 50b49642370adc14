package org.tributary.runtime.key;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.tributary.runtime.key.CodeOrigin.Library;
import org.tributary.runtime.key.CodeOrigin.Own;
import org.tributary.runtime.key.CodeOrigin.Platform;
import org.tributary.runtime.store.Sha256;

/**
 * Tells own code from libraries and the JDK by the place of a class file. A jar is a library if Maven's
 * {@code pom.properties} in it gives a release version; its version is told together with its content, since a version is
 * only a promise. A jar is looked at once in the life of an instance, and must not change meanwhile. Safe for use by
 * several threads.
 */
final class CodePlaces {
    private static final int CONTENT_DIGITS = 12;
    private static final CodeOrigin OWN = new Own();
    private static final CodeOrigin PLATFORM = new Platform();

    private final KnownCode kept;
    private final Map<String, Place> jars = new ConcurrentHashMap<>();
    private final Map<Path, FileStamp> stamps = new ConcurrentHashMap<>();

    CodePlaces(KnownCode kept) {
        this.kept = kept;
    }

    /**
     * Finds the place of a class by the URL of its class file. What is neither in a jar file nor in the JDK is own code:
     * a folder, a nested jar, a loader's own scheme.
     */
    Place of(URL classFile) {
        String url = classFile.toString();
        if (url.startsWith("jrt:")) {
            return new Place(ofImage(url), Optional.empty());
        } else if (url.startsWith("file:")) {
            return new Place(OWN, path(url));
        }
        return url.startsWith("jar:file:") && url.contains("!/")
                ? jars.computeIfAbsent(url.substring("jar:".length(), url.lastIndexOf("!/")), this::ofJar)
                : Place.unknown();
    }

    /** Looks at a class file, or once at a jar; gives nothing if that fails. */
    Optional<FileStamp> stamp(Path file) {
        FileStamp known = stamps.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(FileStamp.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    // An image made by jlink holds the application's modules too.
    private static CodeOrigin ofImage(String url) {
        return url.startsWith("jrt:/java.") || url.startsWith("jrt:/jdk.") ? PLATFORM : OWN;
    }

    private Place ofJar(String url) {
        Optional<Path> file = path(url);
        Optional<FileStamp> stamp = file.flatMap(this::stamp);
        if (stamp.isEmpty()) {
            return Place.unknown();
        }
        stamps.put(file.get(), stamp.get());
        return new Place(kept.origin(file.get(), stamp.get()).orElseGet(() -> read(file.get(), stamp.get())), file);
    }

    private CodeOrigin read(Path jar, FileStamp stamp) {
        try {
            boolean keep = kept.keeps(stamp);
            CodeOrigin origin = read(jar);
            if (keep) {
                kept.add(jar, stamp, origin);
            }
            return origin;
        } catch (IOException | IllegalArgumentException e) {
            return OWN; // its classes are read one by one, and if that fails too the step is not cacheable
        }
    }

    private static CodeOrigin read(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            List<Properties> poms = poms(jar);
            if (poms.isEmpty() || !poms.stream().allMatch(CodePlaces::isRelease)) {
                return OWN;
            }
            return poms.size() == 1 ? byName(poms.get(0), content(jar)) : byContent(file);
        }
    }

    // From the jar's own index: what it says of each file is checked when the file is read, and costs no reading here.
    private static String content(JarFile jar) {
        CanonicalBytes bytes = new CanonicalBytes();
        jar.stream()
                .filter(entry -> !entry.isDirectory() && decides(entry.getName()))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .forEach(entry ->
                        bytes.text(entry.getName()).number(entry.getSize()).number(entry.getCrc()));
        return bytes.digest().substring(0, CONTENT_DIGITS);
    }

    // Manifests and Maven's own files hold times of the build.
    private static boolean decides(String name) {
        return !name.startsWith("META-INF/")
                || name.startsWith("META-INF/versions/")
                || name.startsWith("META-INF/services/");
    }

    private static Optional<Path> path(String url) {
        try {
            return Optional.of(Path.of(URI.create(url)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a URL that is no path here, such as one with a host
        }
    }

    private static Library byName(Properties pom, String content) {
        return new Library(
                pom.getProperty("groupId") + ":" + pom.getProperty("artifactId"), version(pom) + "+" + content);
    }

    private static Library byContent(Path file) throws IOException {
        return new Library(file.getFileName().toString(), "sha256:" + Sha256.hex(file));
    }

    private static boolean isRelease(Properties pom) {
        return !version(pom).isEmpty() && !version(pom).endsWith("SNAPSHOT");
    }

    private static String version(Properties pom) {
        return pom.getProperty("version", "");
    }

    private static List<Properties> poms(JarFile jar) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(entry -> entry.getName().startsWith("META-INF/maven/"))
                .filter(entry -> entry.getName().endsWith("/pom.properties"))
                .toList();
        Properties[] poms = new Properties[entries.size()];
        for (int i = 0; i < poms.length; i++) {
            poms[i] = new Properties();
            try (InputStream in = jar.getInputStream(entries.get(i))) {
                poms[i].load(in);
            }
        }
        return List.of(poms);
    }

    /**
     * Where a class file lies.
     *
     * @param origin whose code it is
     * @param file the class file, or the jar that it is in; empty if it is in neither
     */
    record Place(CodeOrigin origin, Optional<Path> file) {
        /** In the JDK. */
        static Place platform() {
            return new Place(PLATFORM, Optional.empty());
        }

        /** A place that only the class loader knows; what is there is own code. */
        static Place unknown() {
            return new Place(OWN, Optional.empty());
        }
    }
}
