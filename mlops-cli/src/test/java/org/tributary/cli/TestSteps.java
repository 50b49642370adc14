package org.tributary.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.tributary.data.DataInput;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepFactory;

/** Small steps for configurations of tests. */
public final class TestSteps implements Extension {

    @Override
    public Map<String, StepFactory<?>> steps() {
        return Map.of(
                "word", StepFactory.of(Word.class),
                "shout", StepFactory.of(Shout.class),
                "fail", StepFactory.of(Fail.class),
                "chatter", StepFactory.of(Chatter.class),
                "wait", StepFactory.of(Wait.class),
                "stubborn", StepFactory.of(Stubborn.class));
    }

    /** Gives its word. */
    public record Word(String text) implements Source<String> {

        @Override
        public String run(StepContext context) {
            context.metric("length", text.length());
            return text;
        }

        @Override
        public List<DataInput> inputs() {
            return List.of(DataInput.version("1"));
        }
    }

    /** Gives the word once more for each time. */
    public record Shout(int times) implements Step<String, String> {

        public static Shout defaults() {
            return new Shout(2);
        }

        @Override
        public String run(String word, StepContext context) {
            context.progress(1, 2);
            return word.repeat(times);
        }
    }

    /** Fails with its message. */
    public record Fail(String message) implements Step<String, String> {

        @Override
        public String run(String word, StepContext context) {
            throw new IllegalStateException(message);
        }
    }

    /** Prints where it must not. */
    public record Chatter() implements Step<String, String> {

        public static Chatter defaults() {
            return new Chatter();
        }

        @Override
        @SuppressWarnings("SystemOut")
        public String run(String word, StepContext context) {
            System.out.println("chatter on standard output");
            System.err.println("chatter on standard error");
            return word;
        }
    }

    /** Makes a file and waits until it is interrupted. */
    public record Wait(Path file) implements Step<String, String> {

        @Override
        public String run(String word, StepContext context) throws IOException, InterruptedException {
            Files.createFile(file);
            new CountDownLatch(1).await();
            return word;
        }
    }

    /** Makes a file and goes on whatever happens. */
    public record Stubborn(Path file) implements Step<String, String> {

        @Override
        public String run(String word, StepContext context) throws IOException {
            Files.createFile(file);
            CountDownLatch never = new CountDownLatch(1);
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    context.metric("ignored", 1);
                }
            }
        }
    }
}
