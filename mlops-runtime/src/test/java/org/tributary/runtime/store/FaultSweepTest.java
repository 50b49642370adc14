package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tributary.runtime.store.StoreSamples.content;
import static org.tributary.runtime.store.StoreSamples.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault at each file operation of a small life of a store. */
final class FaultSweepTest {
    private static final int LARGE = 100_000;
    private static final byte[] OLD = content(1, 3_000);
    private static final byte[] NEW = content(2, LARGE);
    private static final byte[] BROKEN = content(3, 2_000);
    private static final byte[] BROKEN_SIZE = content(4, 2_000);
    private static final byte[] FROM_FILE = content(5, 10_000);
    private static final byte[] OLD_BODY = content(6, 500);
    private static final byte[] NEW_BODY = content(7, 5_000);

    private static final String MISS = "miss";
    private static final Map<String, byte[]> CONTENTS = Map.of(
            "new", NEW,
            "old", OLD,
            "broken", BROKEN,
            "broken size", BROKEN_SIZE,
            "from file", FROM_FILE,
            "new result", NEW_BODY,
            "replaced result", NEW_BODY,
            "pointer", NEW_BODY);

    @TempDir(factory = FastFolders.class)
    Path folder;

    private Path template;
    private Path file;

    @BeforeEach
    void prepareTemplate() throws IOException {
        file = Files.write(folder.resolve("artifact.bin"), FROM_FILE);
        template = folder.resolve("template");
        DirectoryStore store = DirectoryStore.open(template, FaultSweepTest::failOnWarning);
        StoreSamples.put(store, OLD);
        StoreSamples.put(store, BROKEN);
        StoreSamples.put(store, BROKEN_SIZE);
        store.putResult(key(1), OLD_BODY);
        store.putResult(key(2), OLD_BODY);
        store.putLatest("step", OLD_BODY);
        StoreLayout layout = new StoreLayout(template);
        Files.write(layout.object(ObjectRef.of(BROKEN)), content(9, BROKEN.length));
        Files.write(layout.object(ObjectRef.of(BROKEN_SIZE)), content(9, 10));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void fault_atEachOperation_leavesOnlyWholeEntries(Fault fault) throws IOException {
        int points = 0;
        for (int position = 1; strikes(fault, position); position++) {
            points++;
        }

        assertThat(points).as("points of " + fault).isGreaterThan(50);
        System.out.println(fault + " at each file operation of a store: " + points + " of " + points + " points");
    }

    /** A process that was killed may leave names that are not durable; the next one must not rely on them. */
    @Test
    void put_afterAKillAnywhere_survivesAPowerCut() throws IOException {
        int points = 0;
        boolean struck = true;
        for (int position = 1; struck; position++) {
            Path root = folder.resolve("cut-" + position);
            UnforcedChanges unforced = new UnforcedChanges();
            var killed = new FaultyFileOperations(Fault.KILL, position, unforced);
            putBoth(root, killed);
            putBoth(root, new FaultyFileOperations(Fault.KILL, Integer.MAX_VALUE, unforced));
            unforced.cut(Fault.POWER_CUT_NAMES_LOST, position);

            DirectoryStore store = FaultyStore.nextProcess(root, FaultSweepTest::failOnWarning);
            assertThat(object(store, NEW)).as("killed at " + position).isEqualTo(digest(NEW));
            assertThat(result(store, 1)).as("killed at " + position).isEqualTo(digest(NEW_BODY));
            struck = killed.hasFired();
            points++;
        }
        assertThat(points).isGreaterThan(30);
    }

    private static void putBoth(Path root, FaultyFileOperations operations) throws IOException {
        Surroundings real = Surroundings.real();
        try {
            var store = DirectoryStore.open(root, real.with(operations, real.owner()), FaultSweepTest::failOnWarning);
            StoreSamples.put(store, NEW);
            store.putResult(key(1), NEW_BODY);
        } catch (ProcessKilled killed) {
            assertThat(operations.hasFired()).isTrue();
        }
    }

    /** One point of a sweep; false if the life ended before the fault could happen. */
    private boolean strikes(Fault fault, int position) throws IOException {
        Path root = Files.createDirectory(folder.resolve(fault + "-" + position));
        copy(template, root);
        FaultyStore faulty = FaultyStore.failing(fault, position);
        String point = fault + " at operation " + position;

        Set<String> confirmed = live(faulty, root);

        verify(root, confirmed, point);
        UnforcedChanges.deleteTree(root);
        return faulty.hasFired();
    }

    /** What a run does with its store; gives the names of the puts that were reported as done. */
    private Set<String> live(FaultyStore faulty, Path root) {
        Set<String> confirmed = new HashSet<>();
        try {
            DirectoryStore store = faulty.open(root, warning -> {});
            for (Action action : actions()) {
                action.attempt(store, confirmed);
            }
        } catch (ProcessKilled killed) {
            confirmed.add("killed");
        }
        return confirmed;
    }

    private List<Action> actions() {
        return List.of(
                new Action("read old", store -> StoreSamples.read(store, ObjectRef.of(OLD))),
                new Action("result old", store -> store.result(key(1))),
                new Action("new", store -> StoreSamples.put(store, NEW)),
                new Action("old", store -> StoreSamples.put(store, OLD)),
                new Action("read broken", store -> StoreSamples.read(store, ObjectRef.of(BROKEN))),
                new Action("broken", store -> StoreSamples.put(store, BROKEN)),
                new Action("broken size", store -> StoreSamples.put(store, BROKEN_SIZE)),
                new Action("from file", store -> store.putFile(ObjectRef.of(FROM_FILE), file)),
                new Action("new result", store -> store.putResult(key(3), NEW_BODY)),
                new Action("replaced result", store -> store.putResult(key(2), NEW_BODY)),
                new Action("pointer", store -> store.putLatest("step", NEW_BODY)),
                new Action("pointer read", store -> store.latest("step")));
    }

    private void verify(Path root, Set<String> confirmed, String point) throws IOException {
        DirectoryStore store = FaultyStore.nextProcess(root, warning -> {});

        assertThat(temps(root)).as(point).isEmpty();
        assertThat(object(store, OLD)).as(point).isEqualTo(digest(OLD));
        assertThat(result(store, 1)).as(point).isEqualTo(digest(OLD_BODY));
        assertThat(result(store, 2)).as(point).isIn(digest(OLD_BODY), digest(NEW_BODY));
        assertThat(pointer(store)).as(point).isIn(MISS, digest(OLD_BODY), digest(NEW_BODY));
        confirmed.remove("pointer");
        verifyConfirmed(store, confirmed, point);
        actions().forEach(action -> action.attempt(store, new HashSet<>()));
        verifyConfirmed(store, CONTENTS.keySet(), point + ", second life");
    }

    /** What was reported as done is there, the rest is whole or missing. */
    private static void verifyConfirmed(DirectoryStore store, Set<String> confirmed, String point) throws IOException {
        for (var put : CONTENTS.entrySet()) {
            String found = find(store, put.getKey(), put.getValue());
            if (confirmed.contains(put.getKey())) {
                assertThat(found).as(point + ", " + put.getKey()).isEqualTo(digest(put.getValue()));
            } else {
                assertThat(found).as(point + ", " + put.getKey()).isIn(MISS, digest(OLD_BODY), digest(put.getValue()));
            }
        }
    }

    private static String find(DirectoryStore store, String name, byte[] content) throws IOException {
        return switch (name) {
            case "new result" -> result(store, 3);
            case "replaced result" -> result(store, 2);
            case "pointer" -> pointer(store);
            default -> object(store, content);
        };
    }

    private static String object(DirectoryStore store, byte[] content) throws IOException {
        try {
            return digest(StoreSamples.read(store, ObjectRef.of(content)));
        } catch (DamagedObjectException miss) {
            return MISS;
        }
    }

    private static String result(DirectoryStore store, int number) {
        return store.result(key(number)).map(found -> digest(found.body())).orElse(MISS);
    }

    private static String pointer(DirectoryStore store) {
        return store.latest("step").map(FaultSweepTest::digest).orElse(MISS);
    }

    private static String digest(byte[] content) {
        return Sha256.hex(content);
    }

    private static List<Path> temps(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(TempFiles::isTemp).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.skip(1).forEach(found::add);
        }
        for (Path entry : found) {
            Files.copy(entry, to.resolve(from.relativize(entry).toString()));
        }
    }

    private static void failOnWarning(String warning) {
        throw new AssertionError(warning);
    }

    private record Action(String name, Deed deed) {
        /** Trouble with the store never ends a run. */
        void attempt(DirectoryStore store, Set<String> confirmed) {
            try {
                deed.run(store);
                confirmed.add(name);
            } catch (IOException failure) {
                assertThat(failure).hasMessageStartingWith("[STORE_");
            }
        }
    }

    @FunctionalInterface
    private interface Deed {
        void run(DirectoryStore store) throws IOException;
    }
}
