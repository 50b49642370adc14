package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tributary.runtime.store.StoreSamples.content;
import static org.tributary.runtime.store.StoreSamples.key;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreConcurrencyTest {
    private static final int ENTRIES = 10;

    @TempDir(factory = FastFolders.class)
    Path root;

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    @Test
    void threads_sameEntriesWhileTheStoreIsCleared_readOnlyWholeEntries()
            throws ExecutionException, InterruptedException {
        AtomicBoolean working = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Future<Integer>> workers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                workers.add(threads.submit(this::work));
            }
            Future<Integer> clearer = threads.submit(() -> clear(working));
            int hits = 0;
            for (Future<Integer> worker : workers) {
                hits += worker.get();
            }
            working.set(false);

            assertThat(clearer.get()).isPositive();
            assertThat(hits).isPositive();
            assertThat(warnings).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Puts and reads each entry in rounds; gives the number of reads that found something. */
    private int work() throws IOException {
        DirectoryStore store = FaultyStore.nextProcess(root, warnings::add);
        int hits = 0;
        for (int round = 0; round < 30; round++) {
            for (int entry = 0; entry < ENTRIES; entry++) {
                byte[] content = content(entry, 1000 * entry);
                hits += workOn(store, entry, content);
            }
        }
        return hits;
    }

    private static int workOn(DirectoryStore store, int entry, byte[] content) throws IOException {
        ObjectRef ref = StoreSamples.put(store, content);
        store.putResult(key(entry), content);
        int hits = store.result(key(entry))
                .map(result -> {
                    assertThat(result.body()).isEqualTo(content);
                    return 1;
                })
                .orElse(0);
        try {
            assertThat(StoreSamples.read(store, ref)).isEqualTo(content);
            return hits + 1;
        } catch (DamagedObjectException cleared) {
            assertThat(cleared).hasMessageStartingWith("[STORE_MISSING]");
            return hits;
        }
    }

    private int clear(AtomicBoolean working) throws IOException {
        DirectoryStore store = FaultyStore.nextProcess(root, warnings::add);
        int rounds = 0;
        while (working.get()) {
            store.clear();
            store.stats();
            rounds++;
        }
        return rounds;
    }

    @Test
    void put_folderDeletedMeanwhile_makesItAgain() throws IOException {
        DirectoryStore store = DirectoryStore.open(root.resolve("cache"), warnings::add);
        ObjectRef ref = StoreSamples.put(store, content(1, 100));
        UnforcedChanges.deleteTree(root.resolve("cache"));

        StoreSamples.put(store, content(1, 100));

        assertThat(store.holds(ref)).isTrue();
    }

    @Test
    void interruptedThread_readsNothingAndDamagesNothing() throws Exception {
        DirectoryStore store = DirectoryStore.open(root, warnings::add);
        ObjectRef ref = StoreSamples.put(store, content(1, 100));
        store.putResult(key(1), content(2, 100));

        interrupted(() -> assertThatThrownBy(() -> store.read(ref))
                .isInstanceOf(DamagedObjectException.class)
                .hasCauseInstanceOf(ClosedByInterruptException.class));
        interrupted(() -> assertThat(store.result(key(1))).isEmpty());
        interrupted(() -> assertThatThrownBy(() -> StoreSamples.put(store, content(3, 100)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the thread was interrupted"));

        assertThat(StoreSamples.read(store, ref)).isEqualTo(content(1, 100));
        assertThat(store.result(key(1))).isPresent();
        assertThat(warnings).isEmpty();
        assertThat(store.stats().objects()).isEqualTo(1);
    }

    /** Runs {@code work} with the interrupt flag set, which must still be set afterwards. */
    private static void interrupted(Runnable work) {
        Thread.currentThread().interrupt();
        try {
            work.run();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void stores_severalOfOneProcessInOneFolder_shareIt() throws IOException {
        DirectoryStore one = DirectoryStore.open(root, warnings::add);
        DirectoryStore two = DirectoryStore.open(root, warnings::add);
        ObjectRef ref = ObjectRef.of(content(1, 100));
        one.put(ref, out -> {
            StoreSamples.put(two, content(1, 100));
            out.write(content(1, 100));
        });

        assertThat(StoreSamples.read(one, ref)).isEqualTo(content(1, 100));
        try (var left = Files.walk(root)) {
            assertThat(left.filter(TempFiles::isTemp)).isEmpty();
        }
    }
}
