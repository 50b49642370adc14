package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an edit of a source does to the fingerprint of a step that reaches it. */
class CodeFingerprintEditTest {
    private static final String SOURCES = """
            // file: Clean
            import java.io.IOException;
            import java.util.List;
            import java.util.function.IntUnaryOperator;

            public record Clean(int offset, String name) {
                int twice(int number) throws IOException {
                    assert number > 0 : "positive";
                    int sum = number * 2;
                    IntUnaryOperator shift = x -> x + offset;
                    IntUnaryOperator plain = Math::abs;
                    List<String> names = List.of("none");
                    Class<?> type = Integer.class;
                    Class<?> marker = Marker.class;
                    Cell[][] cells = new Cell[2][2];
                    Object other = new Object() {
                        @Override
                        public int hashCode() {
                            return 600;
                        }
                    };
                    sum++; try {
                        sum += Helper.run();
                    } catch (IllegalStateException | Odd e) {
                        sum--;
                    }
                    sum += switch (name) {
                        case "one" -> 1;
                        case "two" -> 2;
                        default -> 3;
                    };
                    String text = "a" + sum + names + type + marker + other + cells.length;
                    return text.length() + shift.applyAsInt(sum - number) + plain.applyAsInt(1) + Constants.LIMIT;
                }
            }
            // file: Helper
            import java.util.List;

            class Helper extends Parent implements Shape {
                static final long KEPT = 7;
                static int[] table = new int[4];
                private int state = 3;

                static {
                    table[0] = 1;
                }

                static int run() {
                    int input = table[0];
                    return input + 1;
                }

                int first() { return 1; } int second() { return 2; }

                int choose(int number) {
                    switch (number) { case 1: return 10; case 2: return 20; default: return 30; }
                }

                int far(int number) {
                    switch (number) { case 1000: return 1; case 5: return 2; default: return (int) state; }
                }

                String constants() {
                    long large = 7L;
                    double half = 0.5;
                    float narrow = 1.5f;
                    double zero = 0.0d;
                    return "\\ud800" + large + half + narrow + zero + new Inner().value() + Mode.FAST.value();
                }

                List<String> list() { return null; }

                Box<List<? extends Named[]>> box() { return null; }

                Kind kind() { return null; }

                class Inner {
                    int value() { return 500; }
                }

                record Pair(int left, int right, List<String> tags) {}

                record Labels(List<Tagged> labels) {}

                static class Lonely {
                    int value() { return 80; }
                }

                int here = 1;
                int there = 2;
                List<Kept> kept;

                int read() { return this.here; }

                int variables() {
                    int one = here;
                    int two = there;
                    return one;
                }

                Object more(Object any) throws Declared {
                    java.util.function.Function<Given, Object> given = x -> null;
                    Object cells = new int[1][1][];
                    Object made = new Made[3];
                    return cells == made ? given : (Integer) any;
                }

                java.util.function.IntSupplier referred() { return Referred::number; }

                static void pass(Passed passed) {}

                <T extends Bound> void bounded() {}

                Outer<String>.Within within() { return null; }
            }
            // file: Parent
            class Parent extends Grandparent {
                int hundred() { return 100; }
            }
            // file: OtherParent
            class OtherParent extends Grandparent {}
            // file: Grandparent
            class Grandparent {
                int thousand() { return 1000; }
            }
            // file: Shape
            interface Shape extends Deep {
                default int size() { return 40; }
            }
            // file: Kind
            sealed interface Kind permits Kind.A, Kind.B {
                record A(int a) implements Kind {}
                record B(int b) implements Kind {}
            }
            // file: Mode
            enum Mode {
                SLOW, FAST { @Override int value() { return 77; } };
                int value() { return 7; }
            }
            // file: Box
            class Box<T> {}
            // file: Named
            class Named {
                int name() { return 900; }
            }
            // file: Marker
            class Marker {
                static int marked = 1;
            }
            // file: Cell
            class Cell {
                static int cell = 1;
            }
            // file: Odd
            class Odd extends RuntimeException {
                static int odd = 1;
            }
            // file: Passed
            class Passed {
                static int passed = 1;
            }
            // file: Given
            class Given {
                static int given = 1;
            }
            // file: Made
            class Made {
                static int made = 1;
            }
            // file: Tagged
            class Tagged {
                static int tagged = 1;
            }
            // file: Bound
            class Bound {
                static int bound = 1;
            }
            // file: Kept
            class Kept {
                static int kept = 1;
            }
            // file: Referred
            class Referred {
                static int number() { return 90; }
            }
            // file: Declared
            class Declared extends Exception {
                static int declared = 1;
            }
            // file: Deep
            interface Deep {
                default int depth() { return 60; }
            }
            // file: Outer
            class Outer<T> {
                class Within {
                    int value() { return 70; }
                }
            }
            // file: Constants
            class Constants {
                static final int LIMIT = 5;
            }
            // file: Outside
            class Outside {
                int a = 1;
            }
            """;

    private static final Map<String, String> PROGRAM = program();

    private static CodeFingerprint before;
    private static Path base;

    @TempDir
    Path folder;

    @BeforeAll
    static void fingerprintProgram(@TempDir Path shared) throws Exception {
        base = TestCompiler.compile(PROGRAM, shared);
        before = fingerprint(base);
    }

    @ParameterizedTest
    @MethodSource
    void fingerprint_editWithoutMeaning_isEqual(Edit edit) throws Exception {
        assertThat(edited(edit)).isEqualTo(before);
    }

    static Stream<Edit> fingerprint_editWithoutMeaning_isEqual() {
        return Stream.of(
                new Edit("nothing", "Clean", "", ""),
                new Edit("comment", "Clean", "int twice", "/** Twice. */ /* really */ int twice"),
                new Edit("blank lines", "Clean", "int twice", "\n\n\n\nint twice"),
                new Edit("one line", "Clean", "\n", " "),
                new Edit("lines of an assert and a switch move", "Clean", "assert", "\n\nassert"),
                new Edit("lines of a lambda move", "Clean", "x -> x + offset", "x ->\n\n   x + offset"),
                new Edit("local renamed", "Clean", "sum", "total"),
                new Edit("lambda parameter renamed", "Clean", "x -> x + offset", "y -> y + offset"),
                new Edit("method parameter renamed", "Clean", "number", "input"),
                new Edit(
                        "methods reordered",
                        "Helper",
                        "int first() { return 1; } int second() { return 2; }",
                        "int second() { return 2; } int first() { return 1; }"),
                new Edit(
                        "import order and unused import",
                        "Clean",
                        "import java.util.List;",
                        "import java.util.Set; import java.util.List;"),
                new Edit("class that is not reached", "Outside", "int a = 1", "int a = 2"));
    }

    @ParameterizedTest
    @MethodSource
    void fingerprint_editWithMeaning_differs(Edit edit) throws Exception {
        CodeFingerprint after = edited(edit);

        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(after.classes()).isNotEqualTo(before.classes());
    }

    static Stream<Edit> fingerprint_editWithMeaning_differs() {
        return Stream.of(
                new Edit("constant in the code", "Clean", "number * 2", "number * 3"),
                new Edit("operator", "Clean", "number * 2", "number + 2"),
                new Edit("order of operands", "Clean", "sum - number", "number - sum"),
                new Edit("lambda body", "Clean", "x + offset", "x - offset"),
                new Edit("method reference", "Clean", "Math::abs", "Math::negateExact"),
                new Edit("text", "Clean", "\"none\"", "\"nothing\""),
                new Edit("text with a lone surrogate", "Helper", "\\ud800", "\\ud801"),
                new Edit("long constant", "Helper", "7L", "8L"),
                new Edit("double constant", "Helper", "0.5", "0.25"),
                new Edit("float constant", "Helper", "1.5f", "1.25f"),
                new Edit("zero and negative zero", "Helper", "0.0d", "-0.0d"),
                new Edit("class constant", "Clean", "Integer.class", "Long.class"),
                new Edit("case of a switch on texts", "Clean", "case \"one\"", "case \"ONE\""),
                new Edit("branch of a switch on texts", "Clean", "case \"two\" -> 2", "case \"two\" -> 22"),
                new Edit(
                        "switch on numbers, target swapped",
                        "Helper",
                        "case 1: return 10; case 2: return 20;",
                        "case 2: return 10; case 1: return 20;"),
                new Edit("sparse switch, key", "Helper", "case 1000", "case 1001"),
                new Edit(
                        "exception that is caught",
                        "Clean",
                        "catch (IllegalStateException",
                        "catch (ArithmeticException"),
                new Edit("range of a try", "Clean", "sum++; try {", "try { sum++;"),
                new Edit("exception that is declared", "Clean", "throws IOException", "throws Exception"),
                new Edit("helper's method", "Helper", "return input + 1", "return input + 2"),
                new Edit("static initialiser", "Helper", "table[0] = 1", "table[0] = 2"),
                new Edit("initial value of a field", "Helper", "state = 3", "state = 4"),
                new Edit("visibility of a field", "Helper", "private int state", "int state"),
                new Edit("type of a field", "Helper", "private int state", "private long state"),
                new Edit("constant that javac copies", "Constants", "LIMIT = 5", "LIMIT = 6"),
                new Edit(
                        "static final field added",
                        "Helper",
                        "static final long",
                        "static final int MORE = 1; static final long"),
                new Edit("value of a constant field", "Helper", "KEPT = 7", "KEPT = 9"),
                new Edit("super class", "Helper", "extends Parent", "extends OtherParent"),
                new Edit("super class's method", "Parent", "return 100", "return 101"),
                new Edit("super class's super class", "Grandparent", "return 1000", "return 1001"),
                new Edit("interface added", "Helper", "implements Shape", "implements Shape, java.io.Serializable"),
                new Edit("default method", "Shape", "return 40", "return 41"),
                new Edit(
                        "default method added",
                        "Shape",
                        "default int size",
                        "default int more() { return 1; } default int size"),
                new Edit(
                        "sealed type's permits",
                        "Kind",
                        "sealed interface Kind permits Kind.A, Kind.B",
                        "interface Kind"),
                new Edit("permitted subclass", "Kind", "record B(int b)", "record B(long b)"),
                new Edit("record component added", "Clean", "Clean(int offset", "Clean(boolean strict, int offset"),
                new Edit("record component renamed", "Helper", "Pair(int left", "Pair(int start"),
                new Edit("record component's generic type", "Helper", "List<String> tags", "List<Integer> tags"),
                new Edit("record components swapped", "Helper", "Pair(int left, int right", "Pair(int right, int left"),
                new Edit("order of enum constants", "Mode", "SLOW, FAST", "FAST, SLOW"),
                new Edit("body of an enum constant", "Mode", "return 77", "return 78"),
                new Edit("nested class", "Helper", "return 500", "return 501"),
                new Edit("nested class is static", "Helper", "class Inner", "static class Inner"),
                new Edit("anonymous class", "Clean", "return 600", "return 601"),
                new Edit("generic signature of a method", "Helper", "List<String> list()", "List<Integer> list()"),
                new Edit("generic signature of a class", "Box", "Box<T>", "Box<T extends Iterable<?>>"),
                new Edit("generic signature names a class", "Named", "return 900", "return 901"),
                new Edit("class constant names a class", "Marker", "int marked = 1", "int marked = 2"),
                new Edit("caught class", "Odd", "int odd = 1", "int odd = 2"),
                new Edit("element of an array", "Cell", "int cell = 1", "int cell = 2"),
                new Edit("class in a text template", "Clean", "\"a\" + sum", "\"b\" + sum"),
                new Edit(
                        "visibility of a nested class", "Helper", "static class Lonely", "private static class Lonely"),
                new Edit("class of a method reference only", "Referred", "return 90", "return 91"),
                new Edit("increment", "Clean", "sum--", "sum -= 2"),
                new Edit("other variable", "Helper", "return one;", "return two;"),
                new Edit("dimensions of an array", "Helper", "new int[1][1][]", "new int[1][1][1]"),
                new Edit("cast", "Helper", "(Integer) any", "(Long) any"),
                new Edit("field that is read", "Helper", "return this.here", "return this.there"),
                new Edit("super interface in a file of its own", "Deep", "return 60", "return 61"),
                new Edit("class of a descriptor only", "Passed", "int passed = 1", "int passed = 2"),
                new Edit("class of a lambda's signature only", "Given", "int given = 1", "int given = 2"),
                new Edit("class in a throws clause only", "Declared", "int declared = 1", "int declared = 2"),
                new Edit("class of an array in the code only", "Made", "int made = 1", "int made = 2"),
                new Edit("class in a record component's signature only", "Tagged", "int tagged = 1", "int tagged = 2"),
                new Edit("class in a bound only", "Bound", "int bound = 1", "int bound = 2"),
                new Edit("class in a field's signature only", "Kept", "int kept = 1", "int kept = 2"),
                new Edit("inner class of a generic class", "Outer", "return 70", "return 71"),
                new Edit("nested class that nothing names", "Helper", "return 80", "return 81"),
                new Edit("method is synchronized", "Helper", "int first()", "synchronized int first()"),
                new Edit("method renamed", "Helper", "int second()", "int third()"));
    }

    @Test
    void fingerprint_sourcesInAnyOrder_isEqual() throws Exception {
        List<String> names = new ArrayList<>(PROGRAM.keySet());
        Collections.reverse(names);
        Map<String, String> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, PROGRAM.get(name)));

        assertThat(fingerprint(TestCompiler.compile(reversed, folder))).isEqualTo(before);
    }

    @Test
    void fingerprint_compiledWithParameterNames_isEqual() throws Exception {
        assertThat(fingerprint(TestCompiler.compile(PROGRAM, folder, "-parameters")))
                .isEqualTo(before);
    }

    @Test
    void fingerprint_reachesWhatTheCodeNames_andNothingElse() throws Exception {
        assertThat(before.classes().keySet())
                .containsExactly(
                        "acme.Bound",
                        "acme.Box",
                        "acme.Cell",
                        "acme.Clean",
                        "acme.Clean$1",
                        "acme.Declared",
                        "acme.Deep",
                        "acme.Given",
                        "acme.Grandparent",
                        "acme.Helper",
                        "acme.Helper$Inner",
                        "acme.Helper$Labels",
                        "acme.Helper$Lonely",
                        "acme.Helper$Pair",
                        "acme.Kept",
                        "acme.Kind",
                        "acme.Kind$A",
                        "acme.Kind$B",
                        "acme.Made",
                        "acme.Marker",
                        "acme.Mode",
                        "acme.Mode$1",
                        "acme.Named",
                        "acme.Odd",
                        "acme.Outer",
                        "acme.Outer$Within",
                        "acme.Parent",
                        "acme.Passed",
                        "acme.Referred",
                        "acme.Shape",
                        "acme.Tagged");
    }

    /** Compiles the edited file, and Clean, which copies constants, in front of the other classes. */
    private CodeFingerprint edited(Edit edit) throws IOException, ReflectiveOperationException {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("acme/Clean.java", PROGRAM.get("acme/Clean.java"));
        String file = "acme/" + edit.file + ".java";
        sources.put(file, edit.apply(PROGRAM.get(file)));
        TestCompiler.compile(sources, folder, "-classpath", base.toString(), "-implicit:none");
        return fingerprint(folder, base);
    }

    private static CodeFingerprint fingerprint(Path... places) throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = TestCompiler.loader(places)) {
            Class<?> step = loader.loadClass("acme.Clean");
            return CodeFingerprints.of(OwnCode.unlisted())
                    .of(step, List.of())
                    .value()
                    .orElseThrow();
        }
    }

    private static Map<String, String> program() {
        Map<String, String> program = new LinkedHashMap<>();
        String[] files = SOURCES.split("// file: ");
        for (int i = 1; i < files.length; i++) {
            String name = files[i].substring(0, files[i].indexOf('\n'));
            program.put("acme/" + name + ".java", "package acme;\n" + files[i].substring(name.length()));
        }
        return program;
    }

    private record Edit(String name, String file, String from, String to) {
        String apply(String text) {
            assertThat(text).as("source of the edit \"%s\"", name).contains(from);
            return from.isEmpty() ? text : text.replace(from, to);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
