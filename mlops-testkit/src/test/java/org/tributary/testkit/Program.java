package org.tributary.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.tributary.pipeline.Pipeline;

/**
 * A program that javac must refuse, kept in {@code src/test/resources/compilefail}.
 *
 * <p>{@code // ERROR: text} ends the line that javac names, with the first line of what it says. {@code // RIGHT: code} stands
 * above the one line that is wrong and says what would be right there.
 */
record Program(String name, String text) {

    private static final String ERROR = "// ERROR: ";
    private static final Pattern WRONG = Pattern.compile("// RIGHT: (.*)\n.*\n");

    /** What javac said first of a program: the line and the first line of its text. */
    record Complaint(long line, String text) {}

    /** All programs, sorted by name. */
    static List<Program> all() throws IOException {
        return read(folder());
    }

    /** What the program's own mark says. */
    Complaint expected() {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf(ERROR);
            if (mark >= 0) {
                return new Complaint(i + 1, lines.get(i).substring(mark + ERROR.length()));
            }
        }
        throw new IllegalStateException(name + " has no line with " + ERROR);
    }

    /** The same program with its one wrong line put right. */
    Program putRight() {
        Matcher wrong = WRONG.matcher(text);
        if (!wrong.find()) {
            throw new IllegalStateException(name + " does not say what would be right");
        }
        return new Program(
                name, text.substring(0, wrong.start()) + wrong.group(1) + "\n" + text.substring(wrong.end()));
    }

    /** The errors of javac, empty if it accepts the program. */
    List<Complaint> compile(Path classes) throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-proc:none", "-d", classes.toString(), "-cp", classPath());
        List<JavaFileObject> sources = new ArrayList<>();
        for (Program shared : read(folder().resolve("shared"))) {
            sources.add(shared.source());
        }
        sources.add(source());
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            javac.getTask(null, files, said, options, null, sources).call();
        }
        return said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Program::complaint)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Complaint complaint(Diagnostic<?> diagnostic) {
        String first = diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
        return new Complaint(diagnostic.getLineNumber(), first);
    }

    private JavaFileObject source() {
        return new Source(name, text);
    }

    private static List<Program> read(Path folder) throws IOException {
        List<Program> programs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                programs.add(
                        new Program(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
            }
        }
        return programs;
    }

    private static Path folder() {
        return Path.of("src", "test", "resources", "compilefail");
    }

    private static String classPath() {
        URL place = Objects.requireNonNull(
                Pipeline.class.getProtectionDomain().getCodeSource().getLocation());
        try {
            return Path.of(place.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("program:/" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
