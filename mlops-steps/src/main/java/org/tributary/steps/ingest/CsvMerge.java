package org.tributary.steps.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was read of blocks together in the order of the file, whatever the order in which it comes.
 *
 * <p>A block is read as if a row began with it. Where that turns out to be wrong, because the row before it goes on into it, it
 * is read again together with what is left of that row. <b>Threads:</b> safe.
 */
final class CsvMerge {
    private static final int BLOCKS_TO_MAKE_ROOM = 32;

    private final CsvDialect dialect;
    private final List<CsvColumn> columns;
    private final List<String> names;
    private final int mostAhead;
    private final Map<Integer, Read> waiting = new HashMap<>();
    /** What was appended is filled again while the processor's caches still hold it. */
    private final Deque<CsvColumn[]> usedColumns = new ArrayDeque<>();

    private final Deque<byte[]> usedBytes = new ArrayDeque<>();
    private int next;
    private int rows;
    /** How many rows columns get room for, and how many columns have it. */
    private int room;

    private int roomy;
    /** Whether a thread merges at the moment; it alone changes the columns. */
    private boolean merging;

    private int rowsOfLast;
    /** A row that goes on in the next block; null if none does. */
    private @Nullable CsvBlock cut;

    private int readAgainFrom;
    private @Nullable RuntimeException mistake;
    private int failsAt = -1;
    private @Nullable RuntimeException failsWith;
    private boolean over;

    /** @param mostAhead how many blocks may wait for an earlier one */
    CsvMerge(CsvDialect dialect, List<String> names, List<CsvColumn> columns, int mostAhead) {
        this.dialect = dialect;
        this.columns = columns;
        this.names = names;
        this.mostAhead = mostAhead;
    }

    private record Read(CsvBlock block, CsvPart part) {}

    /** Empty columns for the rows of a block. */
    synchronized CsvColumn[] parts() {
        int expected = rowsOfLast + rowsOfLast / 8;
        CsvColumn[] used = usedColumns.isEmpty() ? new CsvColumn[columns.size()] : usedColumns.pop();
        CsvColumn[] parts = new CsvColumn[columns.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = columns.get(i).part(used[i], expected);
        }
        return parts;
    }

    /** Bytes of blocks that were merged and can be overwritten, if there are such; at least so many. */
    synchronized byte[] bytes(int length) {
        byte @Nullable [] used = usedBytes.poll();
        return used != null && used.length >= length && used.length < 2 * length ? used : new byte[length];
    }

    /** Takes a block, merges what can be merged, and waits while too many others wait for an earlier one. */
    void take(CsvBlock block, CsvPart part) throws InterruptedException {
        add(new Read(block, part));
        for (@Nullable Read read = claim(); read != null; read = claim()) {
            makeRoom(read);
            merge(read);
        }
        waitUnlessNear(block.number());
    }

    private synchronized void add(Read read) {
        waiting.put(read.block.number(), read);
    }

    /** The next block in order, if it is there and no other thread merges. */
    private synchronized @Nullable Read claim() {
        @Nullable Read read = merging ? null : waiting.remove(next);
        merging |= read != null;
        return read;
    }

    private synchronized void waitUnlessNear(int number) throws InterruptedException {
        while (!over && number > next + mostAhead) {
            wait();
        }
    }

    /** Says that the block of this number cannot be had; earlier ones are still merged, and may hold an earlier mistake. */
    synchronized void fail(int number, RuntimeException failure) {
        failsAt = number;
        failsWith = failure;
        stopIfReached();
    }

    private void stopIfReached() {
        if (next == failsAt) {
            stop(failsWith);
        }
    }

    private void stop(@Nullable RuntimeException failure) {
        mistake = mistake == null ? failure : mistake;
        abandon();
    }

    /** Lets no thread wait any more. */
    synchronized void abandon() {
        over = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return over;
    }

    /**
     * Makes room for all rows as it seems now, but never for much more than there are, since that may change. Where much more
     * is to come, each block brings room to a few columns, so that other threads read on meanwhile.
     */
    private void makeRoom(Read read) {
        int needed = rows + read.part.rows();
        double expected = 1.02 * needed / Math.max(read.block.share(), 1e-9) + 16;
        boolean full = needed > room;
        if (full || (needed > room / 2 && expected > 2.0 * room)) {
            room = (int) Math.max(needed, Math.min(expected, 64.0 * Math.max(needed, 1024)));
            roomy = 0;
        }
        int last = full ? columns.size() : Math.min(columns.size(), roomy + 1 + columns.size() / BLOCKS_TO_MAKE_ROOM);
        while (roomy < last) {
            columns.get(roomy++).reserve(room);
        }
    }

    private synchronized void merge(Read read) {
        if (!over) {
            tryMerge(read.block, read.part);
        }
        merging = false;
        next++;
        stopIfReached();
        notifyAll();
    }

    private void tryMerge(CsvBlock block, CsvPart part) {
        try {
            if (cut == null) {
                append(block, part);
            } else {
                join(cut, block);
            }
        } catch (RuntimeException failure) {
            stop(failure);
        }
    }

    private void append(CsvBlock block, CsvPart part) {
        if (part.mistake() != null) {
            throw part.mistake();
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).append(part.columns()[i]);
        }
        rows += part.rows();
        rowsOfLast = part.rows();
        cut = part.end() < block.length() ? behind(block, part.end()) : null;
        readAgainFrom = 0;
        usedColumns.push(part.columns());
        usedBytes.push(block.bytes());
    }

    private static CsvBlock behind(CsvBlock block, int end) {
        byte[] bytes = Arrays.copyOfRange(block.bytes(), end, block.length() + CsvBlock.MARGIN);
        return new CsvBlock(
                block.number(), bytes, block.length() - end, block.place() + end, block.last(), block.share());
    }

    /** Reads again only when there is twice as much as the last time, so that a row over many blocks costs little. */
    private void join(CsvBlock first, CsvBlock second) {
        CsvBlock both = joined(first, second);
        if (both.last() || both.length() >= readAgainFrom) {
            cut = null;
            append(both, CsvRows.read(dialect, names, both, this::parts));
            readAgainFrom = cut == null ? 0 : 2 * cut.length();
        } else {
            cut = both;
        }
        if (cut != null && cut.length() > CsvBlocks.LONGEST_ROW) {
            throw CsvRows.longRow(cut.place());
        }
    }

    private static CsvBlock joined(CsvBlock first, CsvBlock second) {
        int length = first.length() + second.length();
        byte[] bytes = Arrays.copyOf(first.bytes(), length + CsvBlock.MARGIN);
        System.arraycopy(second.bytes(), 0, bytes, first.length(), second.length());
        return new CsvBlock(second.number(), bytes, length, first.place(), second.last(), second.share());
    }

    /** The columns and how many rows they have. */
    synchronized Result result() {
        if (mistake != null) {
            throw mistake;
        }
        return new Result(new ArrayList<>(columns), rows);
    }

    /**
     * All that was read.
     *
     * @param columns in the order of the file
     * @param rows how many rows there are
     */
    record Result(List<CsvColumn> columns, int rows) {}
}
