package org.tributary.tracking.dvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    private final AtomicInteger reads = new AtomicInteger();
    private final Remembered<String> remembered = new Remembered<>(Clock.fixed(NOW, ZoneOffset.UTC), file -> {
        reads.incrementAndGet();
        return Files.readString(file);
    });

    private Path file(String text, Instant time) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), text);
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    @Test
    void of_oldFile_isReadOnce() throws IOException {
        Path file = file("one", NOW.minusSeconds(10));
        assertThat(remembered.of(file)).isEqualTo("one");
        assertThat(remembered.of(file)).isEqualTo("one");
        assertThat(reads).hasValue(1);
    }

    @Test
    void of_youngFile_isReadAgain() throws IOException {
        Path file = file("one", NOW.minusSeconds(1));
        remembered.of(file);
        file("two", NOW.minusSeconds(1));
        assertThat(remembered.of(file)).isEqualTo("two");
        assertThat(reads).hasValue(2);
    }

    @Test
    void of_changedFile_isReadAgain() throws IOException {
        Path file = file("one", NOW.minusSeconds(10));
        remembered.of(file);
        assertThat(remembered.of(file("four", NOW.minusSeconds(10)))).isEqualTo("four");
        assertThat(remembered.of(file("five", NOW.minusSeconds(9)))).isEqualTo("five");
    }

    @Test
    void of_replacedFile_isReadAgain() throws IOException {
        Path file = file("one", NOW.minusSeconds(10));
        remembered.of(file);
        Path other = Files.writeString(folder.resolve("b"), "two");
        Files.setLastModifiedTime(other, FileTime.from(NOW.minusSeconds(10)));
        Files.delete(file);
        Files.move(other, file);
        assertThat(remembered.of(file)).isEqualTo("two");
    }

    @Test
    void of_noFile_throws() {
        assertThatThrownBy(() -> remembered.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
