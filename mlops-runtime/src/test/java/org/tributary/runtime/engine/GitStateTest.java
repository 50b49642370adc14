package org.tributary.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cache.RunProvenance;
import org.tributary.runtime.engine.GitState.Commit;

final class GitStateTest {

    private static final String ID = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    @Test
    void parse_cleanTree_givesTheCommit() {
        assertThat(GitState.parse(List.of("# branch.oid " + ID, "# branch.head main", "# branch.ab +0 -0")))
                .contains(new Commit(ID, false));
    }

    @Test
    void parse_changedFiles_areDirty() {
        assertThat(GitState.parse(List.of("# branch.oid " + ID, "# branch.head main", "1 .M N... 100644 a.txt")))
                .contains(new Commit(ID, true));
    }

    @Test
    void parse_noCommitYetOrNothing_isEmpty() {
        assertThat(GitState.parse(List.of("# branch.oid (initial)", "# branch.head main")))
                .isEmpty();
        assertThat(GitState.parse(List.of())).isEmpty();
    }

    @Test
    void commit_outsideOfGit_isEmpty() {
        assertThat(GitState.of(folder).commit()).isEmpty();
        assertThat(GitState.of(folder.resolve("no such folder")).commit()).isEmpty();
    }

    @Test
    void askAhead_beforeTheAnswerIsNeeded_asksOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        GitState git = GitState.from(() -> {
            times.incrementAndGet();
            asked.countDown();
            return Optional.of(new Commit(ID, false));
        });

        git.askAhead();
        FailureTest.await(asked);

        assertThat(git.commit()).contains(new Commit(ID, false));
        assertThat(git.commit()).contains(new Commit(ID, false));
        assertThat(times).hasValue(1);
    }

    @Test
    void commit_askedByAnInterruptedThread_isThereAndTheThreadStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(GitState.from(() -> Optional.of(new Commit(ID, true))).commit())
                .contains(new Commit(ID, true));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void provenance_withoutGit_hasNoCommit() {
        RunProvenance provenance = new Provenances("run", GitState.none()).of("step", "digest");

        assertThat(provenance.commit()).isEqualTo(Optional.empty());
        assertThat(provenance.dirty()).isFalse();
        assertThat(provenance.runId()).isEqualTo("run");
        assertThat(provenance.digest()).isEqualTo("digest");
    }
}
