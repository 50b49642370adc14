package org.tributary.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something outside the pipeline that a step reads: a file, the files of a pattern, or a version told as text.
 *
 * <p>The runner puts the content of the files, or the text, into the key of the step, so a changed byte is noticed and a touched
 * file is not. <b>Threads:</b> immutable.
 */
public final class DataInput {

    private final String description;
    private final @Nullable Path file;
    private final @Nullable String glob;
    private final @Nullable String version;

    private DataInput(String description, @Nullable Path file, @Nullable String glob, @Nullable String version) {
        this.description = description;
        this.file = file;
        this.glob = glob;
        this.version = version;
    }

    /** One file; a relative path is relative to the working directory. */
    public static DataInput file(Path path) {
        return new DataInput(path.toString().replace('\\', '/'), Objects.requireNonNull(path), null, null);
    }

    /**
     * All regular files that match a pattern when the step's key is computed.
     *
     * <p>Links to files and folders are followed.
     *
     * @param pattern folders without wildcards, then a pattern as of {@link java.nio.file.FileSystem#getPathMatcher} such as
     *     {@code data/raw/*.csv}; relative to the working directory
     */
    public static DataInput glob(String pattern) {
        return new DataInput(pattern, null, Objects.requireNonNull(pattern), null);
    }

    /** A text that changes when the data does, such as a table's version in a database. */
    public static DataInput version(String text) {
        return new DataInput(text, null, null, Objects.requireNonNull(text));
    }

    /**
     * The files, sorted by path with {@code /}; none for a version. A single file is given whether it exists or not.
     *
     * @throws IOException if a folder of a pattern cannot be read, or links go in a circle
     */
    public List<Path> files() throws IOException {
        if (file != null) {
            return List.of(file);
        }
        return glob == null ? List.of() : matches(glob);
    }

    /** The folder before the first wildcard of a pattern, which need not exist; empty for a file and a version. */
    public Optional<Path> folder() {
        return Optional.ofNullable(glob).map(DataInput::start);
    }

    /** The text of a version; empty for files. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    private static List<Path> matches(String given) throws IOException {
        String pattern = given.startsWith("./") ? given.substring(2) : given;
        int slash = lastFixedSlash(pattern);
        Path start = start(pattern);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> walk = Files.walk(start, depth(pattern.substring(slash + 1)), FileVisitOption.FOLLOW_LINKS)) {
            return walk.map(DataInput::withoutDot)
                    .filter(path -> matcher.matches(path) && Files.isRegularFile(path))
                    .sorted(Comparator.comparing(path -> path.toString().replace('\\', '/')))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Path start(String pattern) {
        int slash = lastFixedSlash(pattern);
        return Path.of(slash < 0 ? "." : slash == 0 ? "/" : pattern.substring(0, slash));
    }

    private static Path withoutDot(Path path) {
        return path.startsWith(".") && path.getNameCount() > 1 ? path.subpath(1, path.getNameCount()) : path;
    }

    /** How deep below its fixed folder a match can lie; nothing deeper is looked at. */
    private static int depth(String wild) {
        return wild.contains("**")
                ? Integer.MAX_VALUE
                : 1 + (int) wild.chars().filter(c -> c == '/').count();
    }

    /** The end of the folders before the first wildcard; negative if there are none. */
    private static int lastFixedSlash(String pattern) {
        int wildcard = 0;
        while (wildcard < pattern.length() && "*?[{\\".indexOf(pattern.charAt(wildcard)) < 0) {
            wildcard++;
        }
        return pattern.lastIndexOf('/', wildcard - 1);
    }

    /** The path, pattern or text as it was given. */
    @Override
    public String toString() {
        return description;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataInput input
                && Objects.equals(file, input.file)
                && Objects.equals(glob, input.glob)
                && Objects.equals(version, input.version);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, glob, version);
    }
}
