package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tributary.data.DataInput;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepOptions;

/** Small steps to wire in tests. */
final class Steps {

    private Steps() {}

    /** Options of a source that names no data, so that it is cacheable. */
    static final StepOptions KEYED = StepOptions.defaults().withKeyPart("1");

    /** Reads a file as text. */
    record Read(Path file) implements Source<String> {
        @Override
        public String run(StepContext context) throws IOException {
            context.metric("read.length", Files.size(file));
            return Files.readString(file);
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.file(file));
        }
    }

    /** Reads all files of a pattern. */
    record ReadAll(String pattern, String version) implements Source<String> {
        @Override
        public String run(StepContext context) throws IOException {
            StringBuilder text = new StringBuilder();
            for (Path file : DataInput.glob(pattern).files()) {
                text.append(file.getFileName()).append('=').append(Files.readString(file));
            }
            return text.toString();
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.glob(pattern), DataInput.version(version));
        }
    }

    /** Gives a text; not cacheable unless its options say so. */
    record Say(String text) implements Source<String> {
        @Override
        public String run(StepContext context) {
            return text;
        }
    }

    /** Cuts text down. */
    record Cut(int length) implements Step<String, String> {
        @Override
        public String run(String text, StepContext context) {
            return text.substring(0, Math.min(length, text.length()));
        }
    }

    /** A text in two. */
    record Halves(String left, String right) {}

    /** Cuts text in two. */
    record Halve() implements Step<String, Halves> {
        @Override
        public Halves run(String text, StepContext context) {
            int middle = text.length() / 2;
            return new Halves(text.substring(0, middle), text.substring(middle));
        }
    }

    /** Joins two texts and logs something of each kind. */
    record Join(String between) implements BiStep<String, String, String> {
        @Override
        public String run(String first, String second, StepContext context) {
            context.metric("joined.length", first.length() + second.length());
            context.metric("loss", 2, 1);
            context.metric("loss", 1, 2);
            context.param("between", between);
            context.tag("kind", "join");
            context.artifact("out/joined.txt", (first + second).getBytes(StandardCharsets.UTF_8));
            context.warn("joined with " + between);
            return first + between + second;
        }
    }

    /** Appends a text. */
    record Append(String end) implements Step<String, String> {
        @Override
        public String run(String text, StepContext context) {
            return text + end;
        }
    }

    /** Fails while its message is not empty. */
    record Fail(String message) implements Step<String, String> {
        @Override
        public String run(String text, StepContext context) {
            if (!message.isEmpty()) {
                throw new IllegalStateException(message);
            }
            return text;
        }
    }

    /** What a step does. */
    @FunctionalInterface
    interface Body<I, O> {
        O call(I input, StepContext context) throws Exception;
    }

    /** What a {@link Text} is told apart by. */
    record TextSettings(String name) {}

    /** Calls a function that is no part of its key: for latches and counters of tests. */
    static final class Text implements Step<String, String> {

        private final String name;
        private final Body<String, String> body;

        Text(String name, Body<String, String> body) {
            this.name = name;
            this.body = body;
        }

        static Text of(String name, Function<String, String> body) {
            return new Text(name, (text, context) -> body.apply(text));
        }

        @Override
        public String run(String text, StepContext context) throws Exception {
            return body.call(text, context);
        }

        @Override
        public Optional<Record> settings() {
            return Optional.of(new TextSettings(name));
        }
    }
}
