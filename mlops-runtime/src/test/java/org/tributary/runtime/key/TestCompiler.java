package org.tributary.runtime.key;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles small programs of tests for Java 17, packs them and loads them. */
final class TestCompiler {
    private TestCompiler() {}

    /** Compiles sources, by file name such as {@code acme/Step.java}, in their order into a folder, and returns it. */
    static Path compile(Map<String, String> sources, Path folder, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(source(name, text)));
        List<String> arguments =
                new ArrayList<>(List.of("--release", "17", "-g", "-proc:none", "-d", folder.toString()));
        arguments.addAll(List.of(options));
        StringWriter problems = new StringWriter();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!compiler.getTask(problems, null, null, arguments, null, files).call()) {
            throw new AssertionError("does not compile:\n" + problems);
        }
        return folder;
    }

    /** Packs a folder and further entries, by name, into a jar file, and returns it. */
    static Path jar(Path folder, Map<String, String> more, Path jar) {
        try (Stream<Path> files = Files.walk(folder);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(packed, folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            for (Map.Entry<String, String> entry : more.entrySet()) {
                add(packed, entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads from folders and jars, below the loader of the tests; to be closed by the caller. */
    static URLClassLoader loader(Path... places) {
        return new URLClassLoader(
                Stream.of(places).map(TestCompiler::url).toArray(URL[]::new), TestCompiler.class.getClassLoader());
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
