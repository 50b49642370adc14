package org.tributary.tracking;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One run in a tracker, from its start to its end.
 *
 * <p>Every method may do slow I/O and may throw unchecked exceptions when the tracker has trouble; runners report that and go
 * on. Nothing may be logged after {@link #end}. <b>Threads:</b> safe for several threads. <b>Contract test:</b> extend
 * {@code TrackerContract} of mlops-testkit.
 */
public interface TrackedRun {

    /** The id by which the tracker knows this run. */
    String id();

    /** Starts a run below this one, such as an element of a map. */
    TrackedRun child(String name);

    /** Logs params; a name that was logged before keeps its value and must not be given another. */
    void params(Map<String, String> params);

    /** Logs points of metrics, in the order given. */
    void metrics(List<Metric> points);

    /** Sets a tag, replacing its value. */
    void tag(String name, String value);

    /** Sets several tags; in one change where the tracker can, by default one after the other. */
    default void tags(Map<String, String> tags) {
        tags.forEach(this::tag);
    }

    /**
     * Notes data that the run reads.
     *
     * @param name such as the file's path
     * @param digest its version, such as {@code sha256:...}
     * @param source where it lies, a path or URI
     */
    void input(String name, String digest, String source);

    /**
     * Keeps a copy of a file.
     *
     * @param path where to show it: a plain relative path with {@code /}
     * @param file read before this method returns
     */
    void artifact(String path, Path file);

    /** Ends the run; a second call does nothing. */
    void end(RunStatus status);
}
