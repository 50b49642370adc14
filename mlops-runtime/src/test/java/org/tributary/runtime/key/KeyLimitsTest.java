package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tributary.runtime.key.EditPlace.Kind;

/** What the key of a step cannot see, and that a key part is the remedy: {@code docs/concepts/caching.md}. */
final class KeyLimitsTest {
    private static final String KEY_PART = "StepOptions.defaults().withKeyPart(\"hidden-2\")";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "reflection      | Class.forName(\"acme.Hidden\").getMethod(\"get\").invoke(make())",
                "a method handle | java.lang.invoke.MethodHandles.lookup().findVirtual(Class.forName(\"acme.Hidden\"),"
                        + " \"get\", java.lang.invoke.MethodType.methodType(Object.class)).invoke(make())",
                "a service       | java.util.ServiceLoader.load(Supplier.class, Clean.class.getClassLoader())"
                        + ".findFirst().get().get()",
                "a resource      | new String(Clean.class.getResourceAsStream(\"hidden.txt\").readAllBytes())",
            })
    void change_thatTheKeyCannotSee_runsWithAnotherKeyPart(String way, String call) throws Exception {
        EditPlace place = new EditPlace(folder.resolve("project"));
        Path state = folder.resolve("state");
        place.build(project(call, "1")).run(Kind.FOLDER, state);

        String unseen = place.build(project(call, "2")).run(Kind.FOLDER, state).get(1);
        String told = place.build(project(call, "2").edit("Flow", "StepOptions.defaults()", KEY_PART))
                .run(Kind.FOLDER, state)
                .get(1);

        assertThat(unseen).as(way).isEqualTo("clean CACHED");
        assertThat(told).as(way).isEqualTo("clean RAN key part [] -> [hidden-2]");
    }

    private static EditedProject project(String call, String hidden) {
        return new EditedProject()
                .add(
                        "acme/Hidden",
                        "package acme; public class Hidden implements java.util.function.Supplier<Object> {"
                                + " public Object get() { return \"" + hidden + "\"; } }")
                .resource("META-INF/services/java.util.function.Supplier", "acme.Hidden")
                .resource("acme/hidden.txt", hidden)
                .edit("Clean", "StepContext context) {", "StepContext context) {\n        Object hidden = hidden();")
                .edit("Clean", "\" concatenated\"", "\" concatenated\" + hidden")
                .edit("Clean", "    private static final class Part", """
                            private static Object hidden() {
                                try {
                                    return %s;
                                } catch (Throwable e) {
                                    throw new AssertionError(e);
                                }
                            }

                            private static Object make() throws ReflectiveOperationException {
                                return Class.forName("acme.Hidden").getConstructor().newInstance();
                            }

                            private static final class Part""".formatted(call));
    }
}
