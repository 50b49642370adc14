package org.tributary.runtime.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tributary.data.DataInput;
import org.tributary.pipeline.BiStep;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;

/** Small steps to wire in tests. */
final class Steps {

    private Steps() {}

    /** Reads a file as text. */
    record Read(Path file) implements Source<String> {
        @Override
        public String run(StepContext context) throws Exception {
            context.metric("read.length", Files.size(file));
            return Files.readString(file);
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.file(file));
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

    /** Joins two texts. */
    record Join(String between) implements BiStep<String, String, String> {
        @Override
        public String run(String first, String second, StepContext context) {
            context.metric("joined.length", first.length() + second.length());
            context.param("between", between);
            context.tag("kind", "join");
            context.artifact("joined.txt", (first + second).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return first + between + second;
        }
    }
}
