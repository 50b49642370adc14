package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several threads look at the columns of one table. */
class SharedProfileTest {

    @Test
    void of_anyNumberOfThreads_givesEqualBytes() throws InterruptedException {
        RandomTables tables = new RandomTables(13);
        for (int threads = 1; threads <= 3; threads++) {
            ExecutorService executor = Executors.newFixedThreadPool(threads);
            try {
                for (int i = 0; i < 50; i++) {
                    Table table = tables.table();
                    assertThat(TableProfile.of(table, executor).toJson())
                            .as("seed 13 case %d", i)
                            .isEqualTo(TableProfile.of(table).toJson());
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }

    @Test
    void of_anExecutorThatRefusesOrNeverRuns_isDoneByTheCaller() throws InterruptedException {
        Table table = new RandomTables(3).table(20, 5);
        TableProfile expected = TableProfile.of(table);
        assertThat(TableProfile.of(table, work -> {}).toJson()).isEqualTo(expected.toJson());
        assertThat(TableProfile.of(table, work -> {
                            throw new RejectedExecutionException();
                        })
                        .toJson())
                .isEqualTo(expected.toJson());
    }

    @Test
    void of_theExecutorOfTheCaller_isNoDeadlock() throws Exception {
        Table table = new RandomTables(3).table(20, 5);
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<TableProfile> profile = one.submit(() -> TableProfile.of(table, one));
            assertThat(profile.get().toJson()).isEqualTo(TableProfile.of(table).toJson());
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void run_aPieceThatFails_throwsWhatItThrew() {
        SharedWork<Integer> work = SharedWork.of(List.of(1, 2, 3), piece -> {
            throw new IllegalArgumentException("piece " + piece);
        });
        assertThatThrownBy(() -> work.run(Runnable::run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("piece 1");
        SharedWork<Integer> fatal = SharedWork.of(List.of(1), piece -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> fatal.run(Runnable::run)).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void of_aCallerThatIsInterrupted_beginsNoColumnAndThrows() {
        List<Runnable> kept = new ArrayList<>();
        List<Integer> begun = new ArrayList<>();
        SharedWork<Integer> work =
                SharedWork.of(IntStream.range(0, 5).boxed().toList(), piece -> begun.add(piece) ? piece : 0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> work.run(kept::add)).isInstanceOf(InterruptedException.class);
        assertThat(kept).hasSize(5).allSatisfy(Runnable::run);
        assertThat(begun).isEmpty();
    }
}
