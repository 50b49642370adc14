package org.tributary.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.tributary.pipeline.Pipeline;
import org.tributary.steps.evaluate.Evaluation;

/** The sources of a user's project, which tests edit, compile and load as a new process would. */
record Project(Map<String, String> sources) {

    private static final List<String> NAMES = List.of("Rules", "Tidy", "Flow");

    /** As it was when it first ran. */
    static Project original() {
        Map<String, String> sources = new TreeMap<>();
        for (String name : NAMES) {
            sources.put(name, resource("/project/acme/" + name + ".java"));
        }
        return new Project(sources);
    }

    /** The same with another text in one class; the old one must be there once. */
    Project with(String name, String old, String text) {
        String source = sources.get(name);
        int at = source.indexOf(old);
        if (at < 0 || source.indexOf(old, at + 1) >= 0) {
            throw new IllegalArgumentException(name + " must have \"" + old + "\" once:\n" + source);
        }
        return edited(name, text(source, at, old, text));
    }

    private static String text(String source, int at, String old, String text) {
        return source.substring(0, at) + text + source.substring(at + old.length());
    }

    /** The same with every class edited. */
    Project withEach(UnaryOperator<String> edit) {
        Project edited = this;
        for (String name : NAMES) {
            edited = edited.edited(name, edit.apply(sources.get(name)));
        }
        return edited;
    }

    private Project edited(String name, String source) {
        Map<String, String> more = new TreeMap<>(sources);
        more.put(name, source);
        return new Project(more);
    }

    /** Compiles it into a folder, and returns that. */
    Path compile(Path folder) throws IOException {
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(new Source(name, text)));
        StringWriter problems = new StringWriter();
        List<String> options = List.of(
                "--release",
                "17",
                "-g",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                Files.createDirectories(folder).toString());
        if (!ToolProvider.getSystemJavaCompiler()
                .getTask(problems, null, null, options, null, files)
                .call()) {
            throw new AssertionError("does not compile:\n" + problems);
        }
        return folder;
    }

    /** What is done with the pipeline while its classes can be loaded. */
    @FunctionalInterface
    interface Use<R> {
        R apply(Pipeline<Evaluation> pipeline);
    }

    /** Compiles it into a folder and defines the pipeline with classes that no one has loaded before. */
    <R> R use(Path folder, Path csv, Use<R> use) throws IOException, ReflectiveOperationException {
        URL[] place = {compile(folder).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, Project.class.getClassLoader())) {
            Object pipeline = loader.loadClass("acme.Flow")
                    .getMethod("define", Path.class)
                    .invoke(null, csv);
            @SuppressWarnings("unchecked") // the source above says so
            Pipeline<Evaluation> defined = (Pipeline<Evaluation>) pipeline;
            return use.apply(defined);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Project.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///acme/" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
