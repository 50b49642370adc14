package org.tributary.runtime.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.tributary.pipeline.Extension;
import org.tributary.run.FanOut;
import org.tributary.run.RunListener;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.tracking.Tracker;

/**
 * What a runner was built with.
 *
 * @param store opens the store for one run, which takes its warnings
 * @param fingerprints the file that keeps what is known of class files
 * @param work the folder below which runs get their work folders
 * @param threads how many steps run at once
 * @param fanOut where the elements of maps run; empty for where all steps do
 * @param extension codecs, formats and readers
 * @param tracker where runs are recorded
 * @param experiment the group of runs in the tracker; empty for the pipeline's name
 * @param listeners hear of every run
 * @param ownCode packages that count as the user's own code
 * @param data how files under version control are treated
 * @param attachments texts to keep with every tracked run, by path
 * @param clock the time of results and metrics
 * @param ticker nanoseconds for durations
 * @param sleeper waits between attempts
 * @param jitter numbers from 0 to 1 that spread the waits
 * @param beforeAttempt called before each attempt of a step
 * @param git gives the state of the working directory for one run
 * @param runIds gives ids to runs that no tracker names
 */
record RunnerSettings(
        Function<Consumer<String>, DirectoryStore> store,
        Path fingerprints,
        Path work,
        int threads,
        Optional<FanOut> fanOut,
        Extension extension,
        Tracker tracker,
        Optional<String> experiment,
        List<RunListener> listeners,
        Set<String> ownCode,
        DataPolicy data,
        Map<String, String> attachments,
        Clock clock,
        LongSupplier ticker,
        Attempts.Sleeper sleeper,
        DoubleSupplier jitter,
        Consumer<String> beforeAttempt,
        Supplier<GitState> git,
        Supplier<String> runIds) {}
