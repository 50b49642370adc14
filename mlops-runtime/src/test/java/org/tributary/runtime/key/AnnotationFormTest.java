package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which annotations are part of a fingerprint: those that a running program can read. */
class AnnotationFormTest {
    private static final String STEP = """
            package acme;

            import java.util.List;

            record Step(List<String> names, int size) {
                static final Object FIELD = new Other();
                static List<String> list;

                String text(Object first, Object second) {
                    Object local = first;
                    return local + "" + Step.class.getAnnotation(Rich.class);
                }
            }

            @Rich(number = 1, text = "a", level = Rich.Level.LOW, types = {Other.class}, using = Using.class,
                    numbers = {1, 2}, part = @Rich.Part(3))
            class Other {}
            """;

    private static final String MARKS = """
            package acme;

            import java.lang.annotation.*;

            @Retention(RetentionPolicy.RUNTIME)
            @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER,
                ElementType.LOCAL_VARIABLE, ElementType.TYPE_USE})
            @interface Mark {
                int value() default 1;
            }

            @interface Unseen {}

            @Retention(RetentionPolicy.RUNTIME)
            @interface Rich {
                int number();
                int more() default 7;
                String text();
                Level level();
                Class<?>[] types();
                Class<?> using();
                int[] numbers();
                Part part();

                enum Level { LOW, HIGH }

                @interface Part {
                    int value();
                }
            }

            class Using {
                static int using = 1;
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "record Step     | @Deprecated record Step",
                "String text     | @Deprecated String text",
                "String text     | @Unseen String text",
                "String text     | @SuppressWarnings(\"x\") String text",
                "String text     | @org.jspecify.annotations.NullMarked String text",
                "Object first    | @org.jspecify.annotations.Nullable Object first",
                "int size        | @org.tributary.pipeline.Setting(doc = \"How many\") int size",
                "Object local    | @Mark Object local",
                "default 1       | default 2",
            })
    void edit_ofWhatNoProgramReads_isEqual(String from, String to) throws Exception {
        assertThat(edited(from, to)).isEqualTo(fingerprint(STEP, MARKS));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "record Step           | @Mark record Step",
                "record Step           | @Mark @Deprecated record Step",
                "String text           | @Mark String text",
                "Object first          | @Mark Object first",
                "Object second         | @Mark Object second",
                "int size              | @Mark int size",
                "static final          | @Mark static final",
                "List<String> list     | List<@Mark String> list",
                "List<String> names    | List<@Mark String> names",
                "class Other           | class Other extends @Mark Object",
                "number = 1            | number = 2",
                "text = \"a\"        | text = \"b\"",
                "Rich.Level.LOW        | Rich.Level.HIGH",
                "{Other.class}         | {Other.class, Step.class}",
                "{1, 2}                | {2, 1}",
                "{1, 2}                | {12}",
                "Rich.Part(3)          | Rich.Part(4)",
                "default 7             | default 8",
                "using = 1             | using = 2",
            })
    void edit_ofWhatAProgramCanRead_differs(String from, String to) throws Exception {
        CodeFingerprint after = edited(from, to);

        assertThat(after.classes()).isNotEqualTo(fingerprint(STEP, MARKS).classes());
    }

    @Test
    void parameter_isToldFromItsNeighbour() throws Exception {
        assertThat(edited("Object first", "@Mark Object first").digest())
                .isNotEqualTo(edited("Object second", "@Mark Object second").digest());
    }

    @Test
    void annotation_thatNobodyReads_isNotReached_butItsClassesAre() throws Exception {
        assertThat(edited("record Step", "@Mark record Step").classes()).doesNotContainKey("acme.Mark");
        assertThat(fingerprint(STEP, MARKS).classes()).containsKeys("acme.Rich", "acme.Using");
    }

    private CodeFingerprint edited(String from, String to) throws Exception {
        assertThat(STEP + MARKS).contains(from);
        return fingerprint(STEP.replace(from, to), MARKS.replace(from, to));
    }

    private CodeFingerprint fingerprint(String step, String marks) throws Exception {
        Path classes = TestCompiler.compile(Map.of("acme/Step.java", step, "acme/Marks.java", marks), folder);
        try (URLClassLoader loader = TestCompiler.loader(classes)) {
            Class<?> type = loader.loadClass("acme.Step");
            return CodeFingerprints.of(OwnCode.unlisted())
                    .of(type, List.of())
                    .value()
                    .orElseThrow();
        }
    }
}
