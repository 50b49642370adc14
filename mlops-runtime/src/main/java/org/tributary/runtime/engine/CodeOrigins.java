package org.tributary.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.tributary.runtime.engine.CodeOrigin.Library;
import org.tributary.runtime.engine.CodeOrigin.Own;
import org.tributary.runtime.engine.CodeOrigin.Platform;

/**
 * Tells own code from libraries and the JDK by the place of a class file. A jar is a library if Maven's
 * {@code pom.properties} in it gives a release version; a jar is opened once in the life of an instance, and must not
 * change meanwhile. Safe for use by several threads.
 */
final class CodeOrigins {
    private static final CodeOrigin OWN = new Own();
    private static final CodeOrigin PLATFORM = new Platform();

    private final Map<String, CodeOrigin> jars = new ConcurrentHashMap<>();

    /**
     * Finds the origin of a class by the URL of its class file. What is neither in a jar file nor in the JDK is own
     * code: a folder, a nested jar, a loader's own scheme.
     */
    CodeOrigin of(URL classFile) {
        String url = classFile.toString();
        if (url.startsWith("jrt:")) {
            return ofImage(url);
        }
        int entry = url.lastIndexOf("!/");
        return url.startsWith("jar:file:") && entry == url.indexOf("!/")
                ? jars.computeIfAbsent(url.substring("jar:".length(), entry), CodeOrigins::ofJar)
                : OWN;
    }

    // An image made by jlink holds the application's modules too.
    private static CodeOrigin ofImage(String url) {
        return url.startsWith("jrt:/java.") || url.startsWith("jrt:/jdk.") ? PLATFORM : OWN;
    }

    private static CodeOrigin ofJar(String url) {
        try {
            Path file = Path.of(URI.create(url));
            List<Properties> poms = poms(file);
            if (poms.isEmpty() || poms.stream().anyMatch(pom -> version(pom).endsWith("SNAPSHOT"))) {
                return OWN;
            }
            return poms.size() == 1 ? byName(poms.get(0)) : byContent(file);
        } catch (IOException | IllegalArgumentException e) {
            return OWN; // its classes are read one by one, and if that fails too the step is not cacheable
        }
    }

    private static Library byName(Properties pom) {
        return new Library(pom.getProperty("groupId") + ":" + pom.getProperty("artifactId"), version(pom));
    }

    private static Library byContent(Path file) throws IOException {
        MessageDigest sha = CanonicalBytes.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
        }
        return new Library(
                file.getFileName().toString(), "sha256:" + HexFormat.of().formatHex(sha.digest()));
    }

    private static String version(Properties pom) {
        return pom.getProperty("version", "");
    }

    private static List<Properties> poms(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            List<ZipEntry> entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith("META-INF/maven/"))
                    .filter(entry -> entry.getName().endsWith("/pom.properties"))
                    .map(ZipEntry.class::cast)
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
    }
}
