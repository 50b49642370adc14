package org.tributary.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tributary.data.DataInput;

final class PipelineTest {

    private final Pipeline<List<Integer>> words = Pipeline.define("words", p -> {
        Node<Halves> halves = p.add("read", new Read("a b")).then("halve", new Halve(1));
        p.add(
                "join",
                (String a, String b, StepContext c) -> a + b,
                halves.part("first", Halves::first),
                halves.part("rest", Halves::rest));
        return p.mapEach("lengths", p.add("list", new Listed()), new Length());
    });

    @Test
    void describe_givesALineForEachStepWithoutParts() {
        assertThat(words.describe()).isEqualTo("""
                words
                  read: String
                  halve <- read: Halves
                  join <- halve.first, halve.rest
                  list: List<String>
                  lengths <- list: List<Integer>""");
        assertThat(words).hasToString(words.describe());
    }

    @Test
    void nodes_areInTheOrderTheyWereAdded() {
        assertThat(words.nodes())
                .extracting(Node::name)
                .containsExactly("read", "halve", "halve.first", "halve.rest", "join", "list", "lengths");
    }

    @Test
    void part_askedTwice_isOneNode() {
        Pipeline<String> pipeline = Pipeline.define("p", p -> {
            Node<Halves> halves = p.add("read", new Read("a")).then("halve", new Halve(1));
            assertThat(halves.part("first", Halves::first)).isSameAs(halves.part("first", Halves::first));
            return halves.part("first", Halves::first);
        });

        assertThat(pipeline.nodes()).hasSize(3);
    }

    @Test
    void part_ofALambda_isNotChecked() {
        Pipeline<String> pipeline = Pipeline.define(
                "p", p -> p.add("halve", context -> new Halves("a", "b")).part("other", Halves::first));

        assertThat(pipeline.result().type()).isEmpty();
        assertThat(pipeline.result().component()).contains("other");
    }

    @Test
    void node_tellsWhatItsStepSays() {
        Node<?> read = words.nodes().get(0);

        assertThat(read.settings()).contains(new Read("a b"));
        assertThat(read.dataInputs()).containsExactly(DataInput.file(Path.of("a b")));
        assertThat(read.step()).contains(new Read("a b"));
        assertThat(read.options()).isEqualTo(StepOptions.defaults());
        assertThat(read.inputs()).isEmpty();
        assertThat(read.body()).isEmpty();
    }

    @Test
    void node_ofALambda_hasNoSettings() {
        Node<?> join = words.nodes().get(4);

        assertThat(join.settings()).isEmpty();
        assertThat(join.dataInputs()).isEmpty();
        assertThat(join.type()).isEmpty();
    }

    @Test
    void settings_ofAStepWithCollaborators_areWhatItGives() {
        Pipeline<Integer> pipeline =
                Pipeline.define("p", p -> p.add("read", new Read("a")).then("ask", new Asking(new Halve(3))));

        assertThat(pipeline.result().settings()).contains(new Halve(3));
    }

    @Test
    void node_ofAMap_hasABodyAndItsOptions() {
        StepOptions twice =
                StepOptions.defaults().withRetries(1, StepOptions.defaults().backoff());
        Pipeline<List<Integer>> mapped = Pipeline.define(
                "p",
                p -> p.map("all", p.add("list", new Listed()), (g, word) -> word.then("length", new Length()), twice));
        Node<List<Integer>> map = mapped.result();
        Pipeline<?> body = map.body().orElseThrow();

        assertThat(map.options()).isEqualTo(twice);
        assertThat(map.inputs()).extracting(Node::name).containsExactly("list");
        assertThat(body.nodes()).extracting(Node::name).containsExactly("element", "length");
        assertThat(body.element()).contains(body.nodes().get(0));
        assertThat(body.name()).isEqualTo("all");
        assertThat(mapped.element()).isEmpty();
    }

    @Test
    void body_usesNodesOfThePipelinesAroundIt() {
        Pipeline<List<List<String>>> nested = Pipeline.define("p", p -> {
            Node<String> outer = p.add("read", new Read("a"));
            Node<List<String>> list = p.add("list", new Listed());
            return p.map(
                    "outer", list, (g, x) -> g.map("inner", list, (h, y) -> h.add("join", new Join(), outer, x, y)));
        });

        assertThat(nested.nodes()).extracting(Node::name).containsExactly("read", "list", "outer");
    }

    @Test
    void call_runsTheStepOnItsInputs() throws Exception {
        Node<?> halve = words.nodes().get(1);

        assertThat(halve.call(List.of("abc"), new NoContext())).isEqualTo(new Halves("a", "bc"));
        assertThat(words.nodes().get(0).call(List.of(), new NoContext())).isEqualTo("a b");
        assertThat(words.nodes().get(4).call(List.of("a", "b"), new NoContext()))
                .isEqualTo("ab");
    }

    @Test
    void call_ofWhatIsNoStep_isRefused() {
        assertThatThrownBy(() -> words.nodes().get(2).call(List.of("x"), new NoContext()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("halve.first is no step");
    }

    @Test
    void stepFactory_ofARecord_givesTheRecordItself() {
        StepFactory<Halve> factory = StepFactory.of(Halve.class);

        assertThat(factory.settings()).isEqualTo(Halve.class);
        assertThat(factory.create(new Halve(2))).isEqualTo(new Halve(2));
    }

    @Test
    void stepFactory_ofAFunction_callsIt() {
        StepFactory<Halve> factory = StepFactory.of(Halve.class, Asking::new);

        assertThat(factory.create(new Halve(2))).isInstanceOf(Asking.class);
    }

    record Halves(String first, String rest) {}

    record Read(String text) implements Source<String> {
        @Override
        public String run(StepContext context) {
            return text;
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.file(Path.of(text)));
        }
    }

    record Halve(int at) implements Step<String, Halves> {
        @Override
        public Halves run(String text, StepContext context) {
            return new Halves(text.substring(0, at), text.substring(at));
        }
    }

    record Listed() implements Source<List<String>> {
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

    record Join() implements TriStep<String, String, String, String> {
        @Override
        public String run(String a, String b, String c, StepContext context) {
            return a + b + c;
        }
    }

    /** Holds settings and a collaborator. */
    static final class Asking implements Step<String, Integer> {
        private final Halve settings;

        Asking(Halve settings) {
            this.settings = settings;
        }

        @Override
        public Integer run(String text, StepContext context) {
            return settings.at();
        }

        @Override
        public Optional<Record> settings() {
            return Optional.of(settings);
        }
    }
}
