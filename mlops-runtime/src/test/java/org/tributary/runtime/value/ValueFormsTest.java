package org.tributary.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tributary.runtime.value.Samples.Chain;
import org.tributary.runtime.value.Samples.Grid;
import org.tributary.runtime.value.Samples.Pair;
import org.tributary.runtime.value.Samples.Tree;

/** Which types have a form, and what is said of those that have none. */
final class ValueFormsTest {

    private final ValueForms forms = Samples.forms();

    record Deep(String name, List<Optional<Inner>> inner) {}

    record Inner(Map<String, Thread> threads) {}

    record Wild(List<? extends Number> numbers) {}

    record Open<T>(T value) {}

    record UsesOpen(Open<StringBuilder> open) {}

    record Endless<T>(T value, List<Endless<List<T>>> more) {}

    record UsesEndless(Endless<String> endless) {}

    record Arrays(String[] texts) {}

    sealed interface Twice {}

    record One() implements Twice {}

    static final class Other {
        record One() implements Twice {}
    }

    sealed interface Closed {}

    static final class NoCodec implements Closed {}

    record UsesClosed(Closed closed) {}

    abstract static sealed class Parent {}

    static final class Child extends Parent {}

    private void assertNone(Type type, String message) {
        assertThatThrownBy(() -> forms.of(type))
                .isInstanceOf(NoFormException.class)
                .hasMessage(message);
    }

    @Test
    void of_typeWithoutCodec_namesThePathToIt() {
        assertNone(Thread.class, "there is no codec for Thread");
        assertNone(Deep.class, "component inner of Deep: component threads of Inner: there is no codec for Thread");
        assertNone(
                UsesOpen.class,
                "component open of UsesOpen: component value of Open: there is no codec for StringBuilder");
        assertNone(Arrays.class, "component texts of Arrays: there is no codec for String[]");
        assertNone(UsesClosed.class, "component closed of UsesClosed: there is no codec for NoCodec");
        assertNone(Object.class, "there is no codec for Object");
        assertNone(Parent.class, "there is no codec for Parent");
        assertNone(List.class, "there is no codec for List");
    }

    @Test
    void of_typeThatIsNotKnown_saysSo() {
        assertNone(
                Wild.class,
                "component numbers of Wild: the type ? extends java.lang.Number is not known before the step runs");
        assertNone(Open.class, "there is no codec for Open");
    }

    @Test
    void of_variantsOfOneName_isRefused() {
        assertNone(Twice.class, "Twice has two variants named One");
    }

    @Test
    void of_genericTypeThatNestsWithoutEnd_isRefused() {
        assertThatThrownBy(() -> forms.of(UsesEndless.class))
                .isInstanceOf(NoFormException.class)
                .hasMessageEndingWith(": the type nests without end");
    }

    @Test
    void of_oneType_isBuiltOnce() throws Exception {
        assertThat(forms.of(Typical.class)).isSameAs(forms.of(Typical.class));
    }

    record Typical(Pair<Tree<Grid>, Chain> pair) {}

    @Test
    void name_tellsTypesAndFormats() {
        assertThat(formOf(Typical.class))
                .isEqualTo("Typical(pair:Pair(first:Tree(value:grid/1,children:list(Tree)),"
                        + "second:Chain(next:optional(Chain))))");
        assertThat(formOf(Grid.class)).isEqualTo("grid/1");
        assertThat(formOf(double[].class)).isEqualTo("double[]");
        assertThat(formOf(Samples.Colour.class)).isEqualTo("Colour");
    }

    private String formOf(Type type) {
        try {
            return forms.of(type).name();
        } catch (NoFormException e) {
            throw new AssertionError(e);
        }
    }
}
