package org.tributary.runtime.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A process that puts and reads the same entries as its siblings; arguments: root, rounds.
 *
 * <p>Prints a line at the start of each round, and one for each thing that is wrong. Exit code 0: nothing was.
 */
final class StoreWorker {
    static final int ENTRIES = 50;
    private static final String REMOVAL = "a test removes it";

    private final DirectoryStore store;
    private final PrintStream out;
    private int wrong;

    private StoreWorker(Path root, PrintStream out) {
        this.out = out;
        this.store = DirectoryStore.open(root, this::wrong);
    }

    /** Runs one process's share. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StoreWorker worker = new StoreWorker(Path.of(arguments[0]), out);
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            out.println("round " + round);
            worker.round(round);
        }
        out.println("wrong " + worker.wrong);
        System.exit(worker.wrong == 0 ? 0 : 1);
    }

    static byte[] contentOf(int entry) {
        return StoreSamples.content(entry, entry * 700);
    }

    /** Values of a result that differ between writers: any of them, whole, is right. */
    static byte[] body(int variant) {
        byte[] body = new byte[2000 + variant];
        Arrays.fill(body, (byte) variant);
        return body;
    }

    private void round(int round) throws IOException {
        for (int entry = 0; entry < ENTRIES; entry++) {
            ObjectRef ref = StoreSamples.put(store, contentOf(entry));
            store.putResult(StoreSamples.key(entry), body((round + entry) % 100));
            checkObject(entry, ref);
            checkResult(entry);
            if ((round + entry) % 5 == 0) {
                store.setAside(ref, REMOVAL);
            }
        }
    }

    /** A sibling may have removed the object; anything else that keeps it from being read is wrong. */
    private void checkObject(int entry, ObjectRef ref) throws IOException {
        try {
            if (!Arrays.equals(StoreSamples.read(store, ref), contentOf(entry))) {
                wrong("content of entry " + entry);
            }
        } catch (DamagedObjectException miss) {
            wrong(miss.toString());
        }
    }

    private void checkResult(int entry) {
        byte[] body =
                store.result(StoreSamples.key(entry)).map(StoredResult::body).orElse(new byte[1]);
        int variant = body.length - 2000;
        if (variant < 0 || !Arrays.equals(body, body(variant))) {
            wrong("result of entry " + entry);
        }
    }

    private void wrong(String what) {
        if (!what.contains(REMOVAL) && !what.contains("[STORE_MISSING]")) {
            wrong++;
            out.println("WRONG: " + what);
        }
    }
}
