package org.tributary.runtime.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The git commit of a folder, asked from the program {@code git} once, ahead or when somebody wants to know; nothing where there
 * is no git or no repository. Safe for several threads.
 */
final class GitState {

    private static final Logger LOG = LoggerFactory.getLogger(GitState.class);
    private static final String COMMIT = "# branch.oid ";

    private final Supplier<Optional<Commit>> source;
    private final CompletableFuture<Optional<Commit>> answer = new CompletableFuture<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    private GitState(Supplier<Optional<Commit>> source) {
        this.source = source;
    }

    /** What git says of a folder. */
    static GitState of(Path folder) {
        return from(() -> ask(folder));
    }

    /** What something else says. */
    static GitState from(Supplier<Optional<Commit>> source) {
        return new GitState(source);
    }

    /** As where there is no git. */
    static GitState none() {
        return from(Optional::empty);
    }

    /**
     * A commit.
     *
     * @param id its hash
     * @param dirty whether tracked files differ from it
     */
    record Commit(String id, boolean dirty) {}

    Optional<Commit> commit() {
        askAhead();
        return answer.join();
    }

    /** Asks on another thread, so that the answer is there by the time it is needed. */
    void askAhead() {
        if (!asked.getAndSet(true)) {
            answer.completeAsync(source, GitState::inBackground);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "tributary-git");
        thread.setDaemon(true);
        thread.start();
    }

    private static Optional<Commit> ask(Path folder) {
        try {
            return parse(status(folder));
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("git cannot be asked", e);
            return Optional.empty();
        }
    }

    private static List<String> status(Path folder) throws IOException {
        Process git = new ProcessBuilder(
                        "git", "--no-optional-locks", "status", "--porcelain=v2", "--branch", "--untracked-files=no")
                .directory(folder.toAbsolutePath().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        git.getOutputStream().close();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(git.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    /** Reads what {@code git status --porcelain=v2 --branch} prints: headers start with {@code #}, changes do not. */
    static Optional<Commit> parse(List<String> lines) {
        boolean dirty = lines.stream().anyMatch(line -> !line.startsWith("#"));
        return lines.stream()
                .filter(line -> line.startsWith(COMMIT))
                .map(line -> line.substring(COMMIT.length()))
                .filter(id -> !id.equals("(initial)"))
                .map(id -> new Commit(id, dirty))
                .findFirst();
    }
}
