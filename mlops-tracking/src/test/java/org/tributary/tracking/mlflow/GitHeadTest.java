package org.tributary.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHeadTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void commit_branch_isRead() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", HASH + "\n");
        write("sub/deep/x", "");
        assertThat(new GitHead(folder.resolve("sub/deep")).commit()).contains(HASH);
    }

    @Test
    void commit_packedBranch_isRead() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(
                ".git/packed-refs",
                "# pack-refs\n" + "f".repeat(40) + " refs/heads/other\n" + HASH + " refs/heads/main\n");
        assertThat(new GitHead(folder).commit()).contains(HASH);
    }

    @Test
    void commit_detached_isRead() throws IOException {
        write(".git/HEAD", HASH + "\n");
        assertThat(new GitHead(folder).commit()).contains(HASH);
    }

    @Test
    void commit_worktree_isRead() throws IOException {
        write("main/.git/worktrees/w/HEAD", "ref: refs/heads/w\n");
        write("main/.git/worktrees/w/commondir", "../..\n");
        write("main/.git/refs/heads/w", HASH + "\n");
        write("w/.git", "gitdir: ../main/.git/worktrees/w\n");
        assertThat(new GitHead(folder.resolve("w")).commit()).contains(HASH);
    }

    @Test
    void commit_noCommitYetOrNoRepository_isNone() throws IOException {
        assertThat(new GitHead(folder).commit()).isEmpty();
        write(".git/HEAD", "ref: refs/heads/main\n");
        assertThat(new GitHead(folder).commit()).isEmpty();
        write(".git/HEAD", "garbage");
        assertThat(new GitHead(folder).commit()).isEmpty();
        Files.delete(folder.resolve(".git/HEAD"));
        assertThat(new GitHead(folder).commit()).isEmpty();
    }
}
