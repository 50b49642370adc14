package org.tributary.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.Graph;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;

/** What {@code Pipeline.define} says of each fault; outside its package, because places are lines outside of it. */
final class PipelineErrorsTest {

    @Test
    void define_twoStepsOfOneName_namesBothPlaces() throws IOException {
        assertFaults("duplicate-name", p -> {
            p.add("read", new Read());
            return p.add("read", new Read());
        });
    }

    @Test
    void define_twoMapsOfOneName_isADuplicateToo() throws IOException {
        assertFaults("duplicate-map", p -> {
            Node<List<String>> words = p.add("words", context -> List.of("a"));
            p.mapEach("each", words, new Count());
            return p.mapEach("each", words, new Count());
        });
    }

    @Test
    void define_nodeOfAnotherPipeline_namesBothPipelines() throws IOException {
        List<Node<String>> kept = new ArrayList<>();
        Pipeline.define("first", p -> keep(kept, p.add("read", new Read())));

        assertFaults("foreign-node", p -> p.add("count", new Count(), kept.get(0)));
    }

    @Test
    void define_resultOfAnotherPipeline_namesBothPipelines() throws IOException {
        List<Node<String>> kept = new ArrayList<>();
        Pipeline.define("first", p -> keep(kept, p.add("read", new Read())));

        assertFaults("foreign-result", p -> {
            p.add("read", new Read());
            return kept.get(0);
        });
    }

    @Test
    void define_nodeOfABodyUsedOutside_isForeign() throws IOException {
        List<Node<Integer>> kept = new ArrayList<>();

        assertFaults("node-of-body", p -> {
            Node<List<String>> words = p.add("words", context -> List.of("a"));
            p.map("each", words, (body, word) -> keep(kept, body.add("count", new Count(), word)));
            return p.add("twice", (Integer count, StepContext context) -> 2 * count, kept.get(0));
        });
    }

    @Test
    void define_nullStep_namesItAndItsPlace() throws IOException {
        assertFaults("null-step", p -> p.add("count", (Step<String, Integer>) null, p.add("read", new Read())));
    }

    @Test
    void define_nullInput_namesTheStepThatTakesIt() throws IOException {
        assertFaults("null-input", p -> p.add("count", new Count(), (Node<String>) null));
    }

    @Test
    void define_nullResult_namesThePipeline() throws IOException {
        assertFaults("null-result", p -> {
            p.add("read", new Read());
            return null;
        });
    }

    @Test
    void define_nullResultOfABody_namesTheMap() throws IOException {
        assertFaults("null-result-of-body", p -> {
            Node<List<String>> words = p.add("words", context -> List.of("a"));
            return p.map("each", words, (body, word) -> null);
        });
    }

    @Test
    void define_nullList_namesTheMap() throws IOException {
        assertFaults("null-list", p -> p.mapEach("each", (Node<List<String>>) null, new Count()));
    }

    @Test
    void define_namesThatAreNone_listsEach() throws IOException {
        assertFaults("bad-name", p -> {
            p.add("", new Read());
            p.add("-x", new Read());
            p.add("a.b", new Read());
            p.add("a b", new Read());
            return p.add(null, new Read());
        });
    }

    @Test
    void define_unusualNames_areAllowed() {
        Pipeline<String> pipeline = Pipeline.define("größe 1", p -> {
            p.add("größe", new Read());
            p.add("学習", new Read());
            p.add("_a-1", new Read());
            return p.add("1", new Read());
        });

        assertThat(pipeline.nodes()).extracting(Node::name).containsExactly("größe", "学習", "_a-1", "1");
    }

    @Test
    void define_emptyPipelineName_asksForOne() throws IOException {
        String message = messageOf(" ", p -> p.add("read", new Read()));

        GoldenTexts.assertMessage("empty-pipeline-name", message);
    }

    @Test
    void define_partThatIsNoComponent_listsTheComponents() throws IOException {
        assertFaults(
                "no-component",
                p -> p.add("halve", new Halve(), p.add("read", new Read())).part("third", Halves::first));
    }

    @Test
    void define_partOfWhatIsNoRecord_saysSo() throws IOException {
        assertFaults("part-of-no-record", p -> p.add("read", new Read()).part("length", String::length));
    }

    @Test
    void define_partOfAPart_isRefused() throws IOException {
        assertFaults(
                "nested-part",
                p -> p.add("nest", new Nest(), p.add("read", new Read()))
                        .part("inner", Nested::inner)
                        .part("first", Halves::first));
    }

    @Test
    void define_severalFaults_listsAllInOrder() throws IOException {
        assertFaults("several", p -> {
            Node<String> read = p.add("read", new Read());
            p.add("read", new Read());
            p.add("a b", new Count(), read);
            p.add("count", new Count(), (Node<String>) null);
            Node<List<String>> words = p.add("words", context -> List.of("a"));
            p.map("each", words, (body, word) -> body.add("deep.name", new Count(), word));
            return p.add("halve", new Halve(), read).part("third", Halves::first);
        });
    }

    @Test
    void add_afterTheDefinition_throwsAtOnce() throws IOException {
        Pipeline<String> pipeline = Pipeline.define("finished", p -> p.add("read", new Read()));

        PipelineException late = catchThrowableOfType(
                PipelineException.class, () -> pipeline.result().then("count", new Count()));

        GoldenTexts.assertMessage("added-later", late.getMessage());
        assertThat(pipeline.nodes()).hasSize(1);
    }

    @Test
    void part_afterTheDefinition_throwsAtOnce() {
        Pipeline<Halves> pipeline =
                Pipeline.define("finished", p -> p.add("halve", new Halve(), p.add("read", new Read())));

        assertThatThrownBy(() -> pipeline.result().part("first", Halves::first))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[PIPELINE_DEFINED] pipeline \"finished\" is defined already, so \"first\" ");
    }

    @Test
    void add_toABodyAfterItsMap_throwsAtOnce() {
        List<Graph> kept = new ArrayList<>();

        assertThatThrownBy(() -> Pipeline.define("p", p -> {
                    Node<List<String>> words = p.add("words", context -> List.of("a"));
                    p.map("each", words, (body, word) -> {
                        kept.add(body);
                        return word;
                    });
                    return kept.get(0).add("read", new Read());
                }))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[PIPELINE_DEFINED] pipeline \"each\" is defined already, so \"read\" ");
    }

    @Test
    void place_ofAStep_isTheLineThatAddedIt() {
        int[] line = new int[1];
        Pipeline<Integer> pipeline = Pipeline.define("p", p -> {
            Node<String> read = p.add("read", new Read());
            line[0] = new Throwable().getStackTrace()[0].getLineNumber() + 1;
            return read.then("count", new Count());
        });

        assertThat(pipeline.result().place()).isEqualTo("PipelineErrorsTest.java:" + line[0]);
    }

    private static void assertFaults(String golden, Function<Graph, Node<?>> definition) throws IOException {
        GoldenTexts.assertMessage(golden, messageOf("words", definition));
    }

    @SuppressWarnings("unchecked")
    private static String messageOf(String pipeline, Function<Graph, Node<?>> definition) {
        Function<Graph, Node<Object>> typed = p -> (Node<Object>) definition.apply(p);
        return catchThrowableOfType(PipelineException.class, () -> Pipeline.define(pipeline, typed))
                .getMessage();
    }

    private static <T> Node<T> keep(List<Node<T>> kept, Node<T> node) {
        kept.add(node);
        return node;
    }

    record Read() implements Source<String> {
        @Override
        public String run(StepContext context) {
            return "text";
        }
    }

    record Count() implements Step<String, Integer> {
        @Override
        public Integer run(String text, StepContext context) {
            return text.length();
        }
    }

    record Halves(String first, String second) {}

    record Halve() implements Step<String, Halves> {
        @Override
        public Halves run(String text, StepContext context) {
            return new Halves(text, text);
        }
    }

    record Nested(Halves inner) {}

    record Nest() implements Step<String, Nested> {
        @Override
        public Nested run(String text, StepContext context) {
            return new Nested(new Halves(text, text));
        }
    }
}
