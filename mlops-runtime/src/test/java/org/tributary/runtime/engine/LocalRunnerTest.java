package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.Steps.Cut;
import org.tributary.runtime.engine.Steps.Halve;
import org.tributary.runtime.engine.Steps.Halves;
import org.tributary.runtime.engine.Steps.Join;
import org.tributary.runtime.engine.Steps.Read;

class LocalRunnerTest {

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void writeFile() throws Exception {
        file = folder.resolve("text.txt");
        Files.writeString(file, "hello world, how are you");
    }

    Pipeline<String> pipeline(int length, String between) {
        return Pipeline.define("texts", p -> {
            Node<String> text = p.add("read", new Read(file));
            Node<Halves> halves = text.then("cut", new Cut(length)).then("halve", new Halve());
            return p.add(
                    "join", new Join(between), halves.part("right", Halves::right), halves.part("left", Halves::left));
        });
    }

    LocalRunner runner() {
        return LocalRunner.builder()
                .cache(folder.resolve("cache"))
                .work(folder.resolve("work"))
                .extension(new Extension() {})
                .build();
    }

    @Test
    void run_again_isCached() {
        RunReport<String> first = runner().run(pipeline(12, "|"));
        System.out.println(first);
        assertThat(first.value()).isEqualTo("world,|hello ");
        RunReport<String> second = runner().run(pipeline(12, "|"));
        System.out.println(second);
        assertThat(second.value()).isEqualTo("world,|hello ");
        assertThat(second.steps()).allMatch(StepOutcome.Cached.class::isInstance);
        RunReport<String> third = runner().run(pipeline(12, "-"));
        System.out.println(third);
        System.out.println(runner().explain(pipeline(13, "-")));
        System.out.println(runner().run(pipeline(13, "-")));
        assertThat(List.of(third.value("halve.left", String.class))).containsExactly("hello ");
    }
}
