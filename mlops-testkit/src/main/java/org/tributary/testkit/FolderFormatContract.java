package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cache.FolderFormat;
import org.tributary.cache.RunProvenance;
import org.tributary.pipeline.PipelineException;

/**
 * What every {@link FolderFormat} promises; extend it in a test class to check yours.
 *
 * @param <T> the type of the values
 */
public abstract class FolderFormatContract<T> {

    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String OTHER = "f".repeat(64);

    /** A folder for what a test writes. */
    @TempDir
    Path folder;

    /** A contract to be extended. */
    protected FolderFormatContract() {}

    /** The format under test. */
    protected abstract FolderFormat<T> format();

    /** A value to write; the same at each call. */
    protected abstract T value();

    /** The digest of the value; any by default, the true one where the format knows the digest of its values. */
    protected String digest() {
        return DIGEST;
    }

    /** Whether two values count as the same; by default whether they are equal. */
    protected boolean isSame(T first, T second) {
        return first.equals(second);
    }

    /** What was written comes back. */
    @Test
    public final void read_ofWritten_givesTheSameValue() throws IOException {
        T read = format().read(write("model"));

        assertThat(isSame(read, value())).as("%s is as %s", read, value()).isTrue();
        assertThat(read).isInstanceOf(format().type());
    }

    /** A written folder is the format's own and holds the value of its digest, and of no other. */
    @Test
    public final void holds_writtenFolder_knowsItsDigestOnly() throws IOException {
        Path written = write("model");

        assertThat(format().owns(written)).isTrue();
        assertThat(format().holds(written, digest())).isTrue();
        assertThat(format().holds(written, OTHER)).isFalse();
    }

    /** A folder with a missing or changed file is still the format's own, but holds nothing. */
    @Test
    public final void holds_anyFileDamaged_isFalse() throws IOException {
        for (Path file : files(write("list"))) {
            String name = folder.resolve("list").relativize(file).toString();
            assertNotHeld("cut-" + name.hashCode(), name, Damage.CUT);
            assertNotHeld("flipped-" + name.hashCode(), name, Damage.FLIPPED);
            assertNotHeld("missing-" + name.hashCode(), name, Damage.MISSING);
        }
    }

    /** Whatever is not of this format is not the format's own, and holds nothing. */
    @Test
    public final void owns_foreignFolder_isFalse() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        assertForeign(foreign);
        Files.writeString(foreign.resolve("notes.txt"), "mine", StandardCharsets.UTF_8);
        assertForeign(foreign);
        assertForeign(folder.resolve("missing"));
        assertForeign(foreign.resolve("notes.txt"));
    }

    /** Reading what is not of this format is a user's mistake that names the folder. */
    @Test
    public final void read_foreignFolder_isAPipelineException() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));

        assertThatThrownBy(() -> format().read(foreign))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[")
                .hasMessageContaining("foreign");
    }

    private void assertForeign(Path path) {
        assertThat(format().owns(path)).as("owns %s", path).isFalse();
        assertThat(format().holds(path, digest())).as("holds %s", path).isFalse();
    }

    private void assertNotHeld(String copy, String name, Damage damage) throws IOException {
        Path written = write(copy);
        damage.apply(written.resolve(name));
        assertThat(format().holds(written, digest()))
                .as("holds with %s %s", name, damage)
                .isFalse();
    }

    private Path write(String name) throws IOException {
        Path target = folder.resolve(name);
        format().write(value(), RunProvenance.none().withDigest(digest()), target);
        return target;
    }

    private static List<Path> files(Path written) throws IOException {
        try (Stream<Path> walk = Files.walk(written)) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }

    /** What happens to a file. */
    private enum Damage {
        CUT,
        FLIPPED,
        MISSING;

        void apply(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            switch (this) {
                case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                case FLIPPED -> Files.write(file, flipped(bytes));
                case MISSING -> Files.delete(file);
            }
        }

        private static byte[] flipped(byte[] bytes) {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        }
    }
}
