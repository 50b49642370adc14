package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingContextTest {

    @TempDir
    Path folder;

    private RecordingContext context;

    @BeforeEach
    void makeContext() {
        context = RecordingContext.in(folder);
    }

    @Test
    void context_keepsWhatWasLogged() throws IOException {
        context.metric("rows", 3);
        context.metric("rows", 4);
        context.metric("loss", 0.5, 1);
        context.metric("loss", 0.25, 2);
        context.param("columns", 7);
        context.tag("a", "b");
        context.warn("odd");
        context.artifact("a.txt", new byte[] {1});
        context.artifact("b.txt", Files.write(folder.resolve("b"), new byte[] {2}));
        context.progress(1, 2);

        assertThat(context.metrics()).isEqualTo(Map.of("rows", 4.0));
        assertThat(context.series("loss")).containsExactly(Map.entry(1L, 0.5), Map.entry(2L, 0.25));
        assertThat(context.series("other")).isEmpty();
        assertThat(context.params()).isEqualTo(Map.of("columns", "7"));
        assertThat(context.tags()).isEqualTo(Map.of("a", "b"));
        assertThat(context.warnings()).containsExactly("odd");
        assertThat(context.artifacts()).containsOnlyKeys("a.txt", "b.txt");
        assertThat(context.artifacts().get("b.txt")).containsExactly(2);
    }

    @Test
    void artifact_arrayChangedLater_isAsItWas() {
        byte[] content = {1};
        context.artifact("a", content);
        content[0] = 2;

        assertThat(context.artifacts().get("a")).containsExactly(1);
    }

    @Test
    void workFolder_isEmptyAndNewEachTime() throws IOException {
        Path first = context.workFolder();

        assertThat(first).isEmptyDirectory().hasParent(folder).isNotEqualTo(context.workFolder());
    }

    @Test
    void checkCancelled_afterCancel_throws() {
        assertThatCode(context::checkCancelled).doesNotThrowAnyException();
        context.cancel();

        assertThatThrownBy(context::checkCancelled).isInstanceOf(InterruptedException.class);
    }
}
