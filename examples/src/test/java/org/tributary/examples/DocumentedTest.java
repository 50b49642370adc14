package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public type and method of the published modules says what it does. */
final class DocumentedTest {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    @Test
    void publishedModules_publicTypesAndMethods_haveComments() throws IOException {
        Findings findings = scan(publishedSources());

        assertThat(findings.seen).as("public types and methods seen").isGreaterThan(200);
        assertThat(findings.undocumented).isEmpty();
    }

    @Test
    void scan_undocumentedMembers_namesEachWithItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Sample.java"), """
                public class Sample {
                    public void first() {}
                    void hidden() {}
                    @Override public String toString() { return ""; }
                    /** Said. */
                    public interface Inner { void second(); }
                    record Hidden(int a) { public void third() {} }
                    private interface Secret { void fourth(); }
                }
                """, StandardCharsets.UTF_8);

        Findings findings = scan(List.of(file));

        assertThat(findings.undocumented)
                .containsExactly("Sample.java:1 Sample", "Sample.java:2 first", "Sample.java:6 second");
        assertThat(findings.seen).isEqualTo(4);
    }

    private static List<Path> publishedSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."), "mlops-*")) {
            for (Path module : modules) {
                sources.addAll(javaFiles(module.resolve(Path.of("src", "main", "java"))));
            }
        }
        return sources;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Findings scan(List<Path> sources) throws IOException {
        try (StandardJavaFileManager files =
                COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) COMPILER.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            Findings findings = new Findings(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                findings.scan(unit, null);
            }
            return findings;
        }
    }

    /** Walks what a reader of the Javadoc sees: it never enters a class or method that is not public or protected. */
    private static final class Findings extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final List<String> undocumented = new ArrayList<>();
        private int seen;

        Findings(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isVisible(type.getModifiers())) {
                return null;
            }
            check(type, type.getSimpleName().toString());
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean isConstructor = method.getReturnType() == null;
            if (!isConstructor && isVisible(method.getModifiers()) && !isOverride(method)) {
                check(method, method.getName().toString());
            }
            return null;
        }

        private boolean isVisible(ModifiersTree modifiers) {
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || (isMemberOfInterface() && !modifiers.getFlags().contains(Modifier.PRIVATE));
        }

        private boolean isMemberOfInterface() {
            TreePath parent = getCurrentPath().getParentPath();
            Tree.Kind kind = parent.getLeaf().getKind();
            return kind == Tree.Kind.INTERFACE || kind == Tree.Kind.ANNOTATION_TYPE;
        }

        private static boolean isOverride(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }

        private void check(Tree tree, String name) {
            seen++;
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment == null || comment.getFirstSentence().isEmpty()) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                long start = trees.getSourcePositions().getStartPosition(unit, tree);
                String file =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                undocumented.add(file + ":" + unit.getLineMap().getLineNumber(start) + " " + name);
            }
        }
    }
}
