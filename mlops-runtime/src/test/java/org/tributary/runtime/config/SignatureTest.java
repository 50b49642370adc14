package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.reflect.TypeToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;

class SignatureTest {

    interface Lines extends Source<List<String>> {}

    record Read(String path) implements Lines {

        @Override
        public List<String> run(StepContext context) {
            return List.of(path);
        }
    }

    abstract static class Counting<E> implements BiStep<List<? extends E>, Map<String, E[]>, Integer> {}

    static final class CountNumbers extends Counting<Number> {

        @Override
        public Integer run(List<? extends Number> first, Map<String, Number[]> second, StepContext context) {
            return first.size() + second.size();
        }
    }

    record Same<T>(String name) implements Step<T, List<T>> {

        @Override
        public List<T> run(T input, StepContext context) {
            return List.of(input);
        }
    }

    private static Signature signature(Class<?> type) {
        return Signature.of(type).orElseThrow();
    }

    @Test
    void of_sourceThroughAnInterface_findsItsOutput() {
        assertThat(signature(Read.class).inputs()).isEmpty();
        assertThat(Signature.name(signature(Read.class).output())).isEqualTo("List<String>");
        assertThat(signature(Read.class).isComplete()).isTrue();
    }

    @Test
    void of_stepThroughAGenericClass_fillsInItsArguments() {
        Signature signature = signature(CountNumbers.class);
        assertThat(signature.isComplete()).isTrue();
        assertThat(signature.inputs()).hasSize(2);
        assertThat(signature.output()).isEqualTo(TypeToken.of(Integer.class));
        assertThat(
                        new TypeToken<List<Integer>>() {}.isSubtypeOf(
                                signature.inputs().get(0)))
                .isTrue();
        assertThat(
                        new TypeToken<List<String>>() {}.isSubtypeOf(
                                signature.inputs().get(0)))
                .isFalse();
    }

    @Test
    void of_stepWithAFreeVariable_isNotComplete() {
        assertThat(signature(Same.class).isComplete()).isFalse();
    }

    @Test
    void of_whatIsNoStep_isEmpty() {
        assertThat(Signature.of(String.class)).isEmpty();
    }
}
