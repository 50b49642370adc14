package org.tributary.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class TypesTest {

    @Test
    void lastArgument_ofADirectStep_isItsOutput() {
        assertThat(output(Length.class)).contains(Integer.class);
    }

    @Test
    void lastArgument_throughGenericSuperInterfaces_followsTheVariables() {
        assertThat(output(ThroughInterfaces.class)).contains(Integer.class);
    }

    @Test
    void lastArgument_throughGenericSuperclasses_followsTheVariables() {
        assertThat(output(ThroughClasses.class)).contains(Integer.class);
    }

    @Test
    void lastArgument_nestedParameterizedOutput_keepsAllLevels() throws NoSuchFieldException {
        assertThat(output(Deep.class)).contains(declared("mapOfLists"));
        assertThat(Types.simpleName(output(Deep.class).orElseThrow())).isEqualTo("Map<String, List<Integer>>");
    }

    @Test
    void lastArgument_listOfAVariable_isFilledIn() throws NoSuchFieldException {
        assertThat(output(ListOfIntegers.class)).contains(declared("listOfIntegers"));
    }

    @Test
    void lastArgument_array_isKept() {
        assertThat(output(Numbers.class)).contains(double[].class);
    }

    @Test
    void lastArgument_openVariable_isUnknown() {
        assertThat(output(Open.class)).isEmpty();
        assertThat(output(OpenInside.class)).isEmpty();
    }

    @Test
    void lastArgument_rawSuperclass_isUnknown() {
        assertThat(output(Raw.class)).isEmpty();
    }

    @Test
    void lastArgument_wildcardOrGenericArray_isUnknown() {
        assertThat(output(Wild.class)).isEmpty();
        assertThat(output(GenericArray.class)).isEmpty();
    }

    @Test
    void lastArgument_lambda_isUnknown() {
        Step<String, Integer> lambda = (text, context) -> text.length();

        assertThat(output(lambda.getClass())).isEmpty();
    }

    @Test
    void lastArgument_anonymousClass_isKnown() {
        Step<String, Integer> anonymous = new Step<>() {
            @Override
            public Integer run(String text, StepContext context) {
                return text.length();
            }
        };

        assertThat(output(anonymous.getClass())).contains(Integer.class);
    }

    @Test
    void lastArgument_otherKindsOfStep_isTheirOutput() {
        assertThat(Types.lastArgument(ThreeKinds.class, Source.class)).contains(String.class);
        assertThat(Types.lastArgument(ThreeKinds.class, BiStep.class)).contains(Long.class);
        assertThat(Types.lastArgument(ThreeKinds.class, TriStep.class)).contains(Double.class);
        assertThat(Types.lastArgument(ThreeKinds.class, Step.class)).isEmpty();
    }

    @Test
    void argument_firstOfTwo_isTheInput() {
        assertThat(Types.argument(ThroughInterfaces.class, Step.class, 0)).contains(String.class);
    }

    @Test
    void component_ofAParameterizedRecord_isFilledIn() throws NoSuchFieldException {
        Type pair = declared("pairOfTextAndNumber");

        assertThat(Types.component(pair, "first")).contains(String.class);
        assertThat(Types.component(pair, "all")).contains(declared("listOfIntegers"));
        assertThat(Types.component(pair, "count")).contains(int.class);
        assertThat(Types.component(pair, "third")).isEmpty();
    }

    @Test
    void component_ofTheRawRecord_isKnownWithoutVariablesOnly() {
        assertThat(Types.component(Pair.class, "first")).isEmpty();
        assertThat(Types.component(Pair.class, "count")).contains(int.class);
    }

    @Test
    void component_ofNoRecord_isEmpty() {
        assertThat(Types.component(String.class, "length")).isEmpty();
        assertThat(Types.componentOf(String.class, "length")).isEmpty();
    }

    @Test
    void listOf_type_equalsTheSameTypeInASignature() throws NoSuchFieldException {
        Type ours = Types.listOf(Integer.class);
        Type theirs = declared("listOfIntegers");

        assertThat(ours).isEqualTo(theirs).hasSameHashCodeAs(theirs).isNotEqualTo(declared("mapOfLists"));
        assertThat(theirs).isEqualTo(ours);
    }

    @Test
    void resolved_memberType_knowsItsOwner() throws NoSuchFieldException {
        Type ours = output(GivesPair.class).orElseThrow();
        Type theirs = declared("pairOfTextAndNumber");

        assertThat(((ParameterizedType) ours).getOwnerType()).isEqualTo(TypesTest.class);
        assertThat(ours).isEqualTo(theirs).hasSameHashCodeAs(theirs);
        assertThat(ours).hasToString("Pair<String, Integer>");
    }

    @Test
    void node_ofAMap_isAListOfTheBodysResult() throws NoSuchFieldException {
        Pipeline<List<Integer>> pipeline =
                Pipeline.define("p", p -> p.mapEach("lengths", p.add("words", new Words()), new Length()));

        assertThat(pipeline.result().type()).contains(declared("listOfIntegers"));
        assertThat(pipeline.result()
                        .body()
                        .orElseThrow()
                        .element()
                        .orElseThrow()
                        .type())
                .contains(String.class);
    }

    @Test
    void node_ofAPart_hasTheComponentsType() {
        Pipeline<String> pipeline = Pipeline.define(
                "p",
                p -> p.add("pair", new GivesPair(), p.add("words", new Words())).part("first", Pair::first));

        assertThat(pipeline.result().type()).contains(String.class);
        assertThat(pipeline.result()).hasToString("pair.first: String");
    }

    private static Optional<Type> output(Class<?> step) {
        return Types.lastArgument(step, Step.class);
    }

    private static Type declared(String field) throws NoSuchFieldException {
        return Declared.class.getDeclaredField(field).getGenericType();
    }

    /** Types as javac writes them. */
    record Declared(
            List<Integer> listOfIntegers,
            Map<String, List<Integer>> mapOfLists,
            Pair<String, Integer> pairOfTextAndNumber) {}

    record Pair<A, B>(A first, B second, List<B> all, int count) {}

    record Words() implements Source<List<String>> {
        @Override
        public List<String> run(StepContext context) {
            return List.of("a", "bc");
        }
    }

    record Length() implements Step<String, Integer> {
        @Override
        public Integer run(String text, StepContext context) {
            return text.length();
        }
    }

    interface Swapped<O, I> extends Step<I, O> {}

    interface FromText<O> extends AutoCloseable, Swapped<O, String> {}

    abstract static class ThroughInterfaces implements FromText<Integer> {}

    abstract static class Upper<X, Y> implements Step<X, Y> {}

    abstract static class Middle<Z> extends Upper<String, Z> implements Function<Z, Z> {}

    abstract static class ThroughClasses extends Middle<Integer> {}

    abstract static class Deep implements Step<String, Map<String, List<Integer>>> {}

    interface ToList<E> extends Step<String, List<E>> {}

    abstract static class ListOfIntegers implements ToList<Integer> {}

    abstract static class Numbers implements Step<String, double[]> {}

    abstract static class Open<T> implements Step<String, T> {}

    abstract static class OpenInside<T> implements Step<String, List<T>> {}

    @SuppressWarnings("rawtypes")
    abstract static class Raw extends Open {}

    abstract static class Wild implements Step<String, List<? extends Number>> {}

    abstract static class GenericArray implements Step<String, List<String>[]> {}

    abstract static class ThreeKinds
            implements Source<String>, BiStep<String, String, Long>, TriStep<String, String, String, Double> {}

    record GivesPair() implements Step<List<String>, Pair<String, Integer>> {
        @Override
        public Pair<String, Integer> run(List<String> words, StepContext context) {
            return new Pair<>(words.get(0), words.size(), List.of(), 0);
        }
    }
}
