package org.tributary.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a step may do besides computing its value: log, report progress, use a work folder, notice that it was cancelled.
 *
 * <p>Each attempt of a step has its own context, valid until {@code run} returns. What was logged is stored with the value
 * and logged again when the value comes from the cache. Names of metrics, params, tags and artifacts are unique within one run:
 * a name that another step uses too fails the step that finishes later, with both named. <b>Threads:</b> safe for
 * several threads of one step. <b>Nulls:</b> none.
 */
public interface StepContext {

    /** The name of the step, such as {@code train}. */
    String step();

    /**
     * Logs a final figure, such as {@code accuracy}; a second call replaces the first.
     *
     * @param name letters, digits and {@code _ - . / :} or spaces, not empty
     * @param value any double; NaN and infinities are kept as they are
     */
    void metric(String name, double value);

    /**
     * Logs one point of a series, such as the loss of an epoch.
     *
     * @param name as for {@link #metric(String, double)}
     * @param value the value at that point
     * @param at the position in the series, often an epoch counted from 1
     */
    void metric(String name, double value, long at);

    /** Logs a fact that the step found, besides its settings, which are logged by themselves. */
    void param(String name, Object value);

    /** Logs a tag of the run. */
    void tag(String name, String value);

    /**
     * Keeps a copy of a file with the run.
     *
     * @param path where to show it: a plain relative path with {@code /}
     * @param file an existing file, read before this method returns
     * @throws IOException if it cannot be read
     */
    void artifact(String path, Path file) throws IOException;

    /**
     * Keeps bytes as a file with the run.
     *
     * @param path as for {@link #artifact(String, Path)}
     * @param content the bytes, copied
     */
    void artifact(String path, byte[] content);

    /**
     * Reports how far the step is.
     *
     * @param done units of work that are done
     * @param total all units, or a negative number if unknown
     */
    void progress(long done, long total);

    /** Tells the user of something odd that does not fail the step; in the report, and again when the value is cached. */
    void warn(String message);

    /**
     * An empty folder of this attempt, removed after it.
     *
     * @throws IOException if it cannot be made
     */
    Path workFolder() throws IOException;

    /**
     * Ends the step if the run was cancelled; long loops call it now and then.
     *
     * @throws InterruptedException if the run was cancelled or the step's time is up
     */
    void checkCancelled() throws InterruptedException;
}
