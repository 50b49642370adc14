package org.tributary.runtime.key;

import static org.tributary.runtime.key.EditRow.hit;
import static org.tributary.runtime.key.EditRow.miss;
import static org.tributary.runtime.key.EditRow.needless;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The edits of {@link EditTableTest}, in the order of the documented table. */
final class EditRows {
    private static final String CLEAN = "code of class acme.Clean";
    private static final String HELPER = "code of class acme.Helper";

    private EditRows() {}

    /** All edits. */
    static List<EditRow> all() {
        return Stream.of(withoutMeaning(), ofCode(), ofSettings(), ofData(), ofLibraries())
                .flatMap(List::stream)
                .toList();
    }

    /** Edits of the program that leave all results as they are. */
    private static List<EditRow> withoutMeaning() {
        return List.of(
                hit("nothing", project -> {}),
                hit("comments", project -> project.edit("Clean", "int sum", "/* The sum. */ int sum")),
                hit("formatting", project -> project.edit("Clean", "; ", ";\n\n    ")),
                hit("lines moved", project -> project.edit("Helper", "package", "\n\n\n\npackage")),
                hit("local variable renamed", project -> project.edit("Clean", "sum", "total")),
                hit("parameter of a method renamed", project -> project.edit("Ranked", "other", "another")),
                hit("unused import", project -> project.edit("Clean", "import java.util.List;", "")),
                hit(
                        "order of methods",
                        project -> project.edit("Helper", "int first() { return 21; }", "")
                                .edit("Helper", "int second()", "int third() { return 0; } int second()")
                                .edit(
                                        "Helper",
                                        "int third() { return 0; } int second() { return 22; }",
                                        "int second() { return 22; } int first() { return 21; }")),
                hit(
                        "order of methods with lambdas",
                        project -> project.edit("Lambdas", "int one()", "int first()")
                                .edit("Lambdas", "int two()", "int one()")
                                .edit("Lambdas", "int first()", "int two()")
                                .edit("Lambdas", "31", "0")
                                .edit("Lambdas", "32", "31")
                                .edit("Lambdas", "-> 0", "-> 32")),
                hit(
                        "text block laid out anew",
                        project -> project.edit(
                                "Clean",
                                "                first\n                second\n                \"\"\"",
                                "            first\n            second\n            \"\"\"")),
                hit(
                        "annotation for compilers, such as `@Deprecated`",
                        project -> project.edit("Clean", "public record", "@Deprecated public record")),
                hit("class that the step does not reach", project -> project.edit("Unreached", "return 1", "return 2")),
                hit(
                        "class that no step reaches, added",
                        project -> project.add("acme/More", "package acme; class More {}")));
    }

    /** Edits of the program's code. */
    private static List<EditRow> ofCode() {
        return List.of(
                miss("number in the step", CLEAN, edit("Clean", "sum = epochs", "sum = epochs + 1")),
                miss("body of a lambda", CLEAN, edit("Clean", "x + 1", "x + 2")),
                miss("body of one of several lambdas", "code of class acme.Lambdas", edit("Lambdas", "31", "33")),
                miss("concatenated text", CLEAN, edit("Clean", "\" concatenated\"", "\" joined\"")),
                miss("text block", CLEAN, edit("Clean", "second\n", "third\n")),
                miss("method reference", CLEAN, edit("Clean", "References::one", "References::two")),
                miss(
                        "class of a method reference",
                        "code of class acme.References",
                        edit("References", "return 81", "return 83")),
                miss(
                        "anonymous class",
                        "code of class acme.Clean$1",
                        edit("Clean", "return \"anonymous\"", "return \"unnamed\"")),
                miss("nested class", "code of class acme.Clean$Part", edit("Clean", "return 700", "return 701")),
                miss("inner class", "code of class acme.Helper$Inner", edit("Helper", "return 500", "return 501")),
                miss("`switch` on an enum", CLEAN, edit("Clean", "case FAST -> 2", "case FAST -> 3")),
                miss("`switch` on texts", CLEAN, edit("Clean", "case \"hello\" -> 10", "case \"hello\" -> 11")),
                needless("`assert`", CLEAN, edit("Clean", "sum > 0", "sum >= 0")),
                needless(
                        "`try` around a line",
                        CLEAN,
                        edit(
                                "Clean",
                                "int parsed = Integer.parseInt(\"12\");",
                                "int parsed; try { parsed = Integer.parseInt(\"12\"); } catch (NumberFormatException e) { parsed ="
                                        + " 0; }")),
                miss("helper", HELPER, edit("Helper", "1000 +", "2000 +")),
                miss("private method of a helper", HELPER, edit("Helper", "return 23", "return 29")),
                miss("static initialiser", HELPER, edit("Helper", "table[0] = 400", "table[0] = 401")),
                miss("initial value of a field", HELPER, edit("Helper", "state = 3", "state = 4")),
                needless("visibility of a method", HELPER, edit("Helper", "public int shown", "int shown")),
                miss(
                        "helper of a helper in another package",
                        "code of class acme.deep.Deep",
                        project -> project.editFile("acme/deep/Deep", "return 60", "return 61")),
                miss(
                        "super class",
                        HELPER + ", code of class acme.OtherParent, code of class acme.Parent",
                        edit("Helper", "extends Parent", "extends OtherParent")),
                miss(
                        "method of the super class",
                        "code of class acme.Parent",
                        edit("Parent", "return 100", "return 102")),
                miss(
                        "default method of an interface",
                        "code of class acme.Shape",
                        edit("Shape", "return 40", "return 41")),
                miss("body of an enum constant", "code of class acme.Mode$1", edit("Mode", "return 77", "return 78")),
                miss(
                        "method of a generic interface, and its bridge",
                        "code of class acme.Ranked",
                        edit("Ranked", "rank - other.rank", "other.rank - rank")),
                miss("constant of an interface, which javac copies", CLEAN, edit("Limits", "MOST = 5", "MOST = 6")),
                miss("`static final` text, which javac copies", CLEAN, edit("Texts", "\"name\"", "\"title\"")),
                needless(
                        "record that a helper takes",
                        CLEAN + ", code of class acme.Pair",
                        project -> project.edit("Pair", "int right", "int right, int last")
                                .edit("Clean", "new Pair(1, 2)", "new Pair(1, 2, 3)")),
                miss(
                        "annotation that the program can read",
                        CLEAN,
                        edit("Clean", "public record", "@Mark(9) public record")),
                needless(
                        "helper renamed",
                        "code of class acme.Assistant, code of class acme.Assistant$Inner, " + CLEAN + ", " + HELPER
                                + ", code of class acme.Helper$Inner",
                        project -> project.editAll("Helper", "Assistant").move("acme/Helper", "acme/Assistant")),
                needless(
                        "package renamed",
                        HELPER + ", code of class acme.deep.Deep, code of class acme.deeper.Deep",
                        project ->
                                project.editAll("acme.deep", "acme.deeper").move("acme/deep/Deep", "acme/deeper/Deep")),
                EditRow.of(
                        "class of a step renamed",
                        "",
                        "",
                        "code of class acme.Pack, code of class acme.Wrap",
                        "",
                        project -> project.editAll("Pack", "Wrap").move("acme/Pack", "acme/Wrap")));
    }

    /** Edits of settings and options, made where the pipeline is defined. */
    private static List<EditRow> ofSettings() {
        return List.of(
                miss("setting", "setting epochs 50 -> 7", edit("Flow", "50", "7")),
                miss(
                        "setting of a nested record",
                        "setting window.size 3 -> 4",
                        edit("Flow", "Window(3)", "Window(4)")),
                hit(
                        "order of a set",
                        edit(
                                "Flow",
                                "Set.of(\"x\", \"y\", \"z\")",
                                "new LinkedHashSet<>(List.of(\"z\", \"y\", \"x\"))")),
                hit(
                        "order of a map",
                        edit("Flow", "Map.of(\"a\", 1, \"b\", 2)", "new TreeMap<>(Map.of(\"b\", 2, \"a\", 1))")),
                needless(
                        "component added to the step",
                        "setting strict none -> true, " + CLEAN,
                        project -> project.edit("Clean", "int epochs", "boolean strict, int epochs")
                                .edit("Flow", "new Clean(", "new Clean(true, ")),
                miss(
                        "component added to a nested record",
                        "setting window.step none -> 1, code of class acme.Window",
                        project -> project.edit("Window", "int size", "int size, int step")
                                .edit("Flow", "Window(3)", "Window(3, 1)")),
                needless(
                        "key part added",
                        "key part [] -> [prices-2]",
                        edit("Flow", "StepOptions.defaults()", "StepOptions.defaults().withKeyPart(\"prices-2\")")),
                EditRow.of(
                        "format of a codec",
                        "",
                        "",
                        "code of the value's form box/1 -> box/2",
                        "input box",
                        edit("BoxCodec", "box/1", "box/2")));
    }

    /** Edits of the data that the first step reads. */
    private static List<EditRow> ofData() {
        return List.of(
                EditRow.of(
                        "byte of the data",
                        "data data.txt",
                        "input read",
                        "input clean",
                        "input box",
                        project -> project.data("hallo")),
                hit("data touched", EditedProject::touchData),
                EditRow.of(
                        "data renamed",
                        "setting file data.txt -> other.txt, data other.txt, data data.txt",
                        "",
                        "",
                        "",
                        project -> project.dataName("other.txt")));
    }

    /** Edits of a library. */
    private static List<EditRow> ofLibraries() {
        return List.of(
                miss(
                        "version of a library",
                        "library org.lib:tool 1.0+OLD -> 1.1+NEW",
                        project -> project.release("1.1").editLibrary("900", "901")),
                miss(
                        "code of a library under the same version",
                        "library org.lib:tool 1.0+OLD -> 1.0+NEW",
                        project -> project.editLibrary("900", "901")),
                needless(
                        "file of a library under the same version",
                        "library org.lib:tool 1.0+OLD -> 1.0+NEW",
                        project -> project.libraryEntry("weights.bin", "1")),
                hit(
                        "library built again with the same content",
                        project -> project.libraryEntry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nBuilt: now\n")),
                miss(
                        "library becomes a SNAPSHOT",
                        "code of class lib.Tool, library org.lib:tool 1.0+OLD -> none",
                        project -> project.release("1.1-SNAPSHOT").editLibrary("900", "901")),
                miss(
                        "library loses its version",
                        "code of class lib.Tool, library org.lib:tool 1.0+OLD -> none",
                        project -> project.release("").editLibrary("900", "901")),
                needless(
                        "package of a library listed as own code",
                        "code of class lib.Tool, library org.lib:tool 1.0+OLD -> none",
                        project -> project.ownCode("lib")));
    }

    private static Consumer<EditedProject> edit(String type, String from, String to) {
        return project -> project.edit(type, from, to);
    }
}
