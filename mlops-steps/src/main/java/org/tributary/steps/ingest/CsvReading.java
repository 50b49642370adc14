package org.tributary.steps.ingest;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.StepContext;

/**
 * Reads files of one header, block by block, on several threads; what comes of it depends neither on their number nor on the
 * size of the blocks.
 */
final class CsvReading {
    private static final int BLOCK = 1 << 18;
    private static final int BLOCKS_AHEAD_PER_THREAD = 2;

    private final List<Path> files;
    private final Charset charset;
    private final CsvDialect dialect;
    private final List<String> header;
    private final StepContext context;
    private final IngestThreads threads;
    private final int blockSize;

    CsvReading(List<Path> files, Charset charset, CsvIngest settings, IngestThreads threads, StepContext context) {
        this(files, charset, settings, threads, BLOCK, context);
    }

    CsvReading(
            List<Path> files,
            Charset charset,
            CsvIngest settings,
            IngestThreads threads,
            int blockSize,
            StepContext context) {
        this.files = files;
        this.charset = charset;
        this.dialect = CsvDialect.of(settings);
        this.header = settings.header();
        this.threads = threads;
        this.blockSize = blockSize;
        this.context = context;
    }

    /**
     * Reads all rows.
     *
     * @param columns gives the columns to fill, one for each name of the header
     */
    CsvMerge.Result read(Function<List<String>, List<CsvColumn>> columns) throws InterruptedException {
        try (CsvBlocks blocks = new CsvBlocks(files, charset, new CsvHeader(dialect, header), blockSize)) {
            List<String> names = blocks.names();
            CsvMerge merge =
                    new CsvMerge(dialect, names, columns.apply(names), threads.count() * BLOCKS_AHEAD_PER_THREAD);
            Work work = new Work(blocks, merge, names);
            work.readAll();
            return merge.result();
        } catch (CsvMistake mistake) {
            throw mistake.at(lines().find(mistake.place()));
        }
    }

    CsvLines lines() {
        return new CsvLines(files, charset);
    }

    /** The loop of each thread: take the next block, read it, hand it over. */
    private final class Work {
        private final CsvBlocks blocks;
        private final CsvMerge merge;
        private final List<String> names;
        private boolean stopped;

        Work(CsvBlocks blocks, CsvMerge merge, List<String> names) {
            this.blocks = blocks;
            this.merge = merge;
            this.names = names;
        }

        /** The calling thread works too, and alone if the first block is the last one. */
        void readAll() throws InterruptedException {
            @Nullable CsvBlock first = next();
            context.checkCancelled();
            if (first == null) {
                return;
            }
            if (first.last() && files.size() == 1) {
                readOne(first);
            } else {
                readOnThreads(first);
            }
            context.progress(1000, 1000);
        }

        private void readOnThreads(CsvBlock first) throws InterruptedException {
            List<Future<?>> started = new ArrayList<>();
            try {
                for (int i = 1; i < threads.count(); i++) {
                    started.add(threads.helpers().submit(this::readRest));
                }
                readOne(first);
                readReporting();
                for (Future<?> thread : started) {
                    thread.get();
                }
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            } finally {
                stop();
                merge.abandon();
            }
        }

        private void readReporting() throws InterruptedException {
            for (@Nullable CsvBlock block = next(); block != null; block = next()) {
                readOne(block);
                context.progress(Math.round(1000 * block.share()), 1000);
                context.checkCancelled();
            }
        }

        private @Nullable Void readRest() throws InterruptedException {
            try {
                for (@Nullable CsvBlock block = next(); block != null; block = next()) {
                    readOne(block);
                }
                return null;
            } catch (RuntimeException | Error e) {
                // Others would wait for this block.
                merge.abandon();
                throw e;
            }
        }

        private void readOne(CsvBlock block) throws InterruptedException {
            merge.take(block, CsvRows.read(dialect, names, block, merge::parts));
        }

        private synchronized @Nullable CsvBlock next() {
            if (stopped || merge.isOver()) {
                return null;
            }
            try {
                return blocks.next(merge::bytes);
            } catch (RuntimeException failure) {
                stopped = true;
                merge.fail(blocks.given(), failure);
                return null;
            }
        }

        private synchronized void stop() {
            stopped = true;
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) throws InterruptedException {
        if (cause instanceof Error error) {
            throw error;
        } else if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
