package org.tributary.tracking.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the commit that is checked out from git's own files; nothing where there is no repository or it cannot be read.
 *
 * @param folder in or below the repository
 */
record GitHead(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(GitHead.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

    /** The commit's hash. */
    Optional<String> commit() {
        try {
            return gitFolder().isPresent() ? commit(gitFolder().get()) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("the git commit cannot be read", e);
            return Optional.empty();
        }
    }

    private Optional<Path> gitFolder() throws IOException {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(git);
            }
            if (Files.isRegularFile(git)) {
                return value(git, "gitdir: ").map(at::resolve);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> commit(Path git) throws IOException {
        Optional<String> branch = value(git.resolve("HEAD"), "ref: ");
        if (branch.isEmpty()) {
            return hash(Files.readString(git.resolve("HEAD")));
        }
        Path common = git.resolve("commondir");
        Path shared =
                Files.exists(common) ? git.resolve(Files.readString(common).strip()) : git;
        Path ref = shared.resolve(branch.get());
        return Files.exists(ref) ? hash(Files.readString(ref)) : packed(shared.resolve("packed-refs"), branch.get());
    }

    private static Optional<String> packed(Path refs, String branch) throws IOException {
        if (!Files.exists(refs)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(refs)) {
            List<String> found =
                    lines.filter(line -> line.endsWith(" " + branch)).toList();
            return found.isEmpty()
                    ? Optional.empty()
                    : hash(found.get(0).substring(0, found.get(0).indexOf(' ')));
        }
    }

    private static Optional<String> value(Path file, String key) throws IOException {
        String text = Files.readString(file).strip();
        return text.startsWith(key) ? Optional.of(text.substring(key.length())) : Optional.empty();
    }

    private static Optional<String> hash(String text) {
        return Optional.of(text.strip()).filter(hash -> HASH.matcher(hash).matches());
    }
}
