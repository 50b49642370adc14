package org.tributary.runtime.engine;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tributary.run.RunListener;
import org.tributary.run.RunOptions;

/**
 * What the steps of one run share.
 *
 * @param runId the id of the run
 * @param options what is asked of the run
 * @param encoding how values are stored
 * @param elements makes the elements of maps
 * @param keys computes keys
 * @param results the store; empty if the run uses no cache
 * @param attempts runs steps
 * @param claims who logs which name
 * @param tracking the run as it is tracked
 * @param listener hears of everything
 * @param warnings takes what the user should know
 * @param folders the run's own folders
 * @param provenances says where values come from
 * @param clock the time of results and metrics
 * @param inFlight which step computes which key
 * @param cancelled set when the run is cancelled
 * @param element the element of a map that the steps are of; empty for those of the pipeline itself
 */
record RunScope(
        String runId,
        RunOptions options,
        Encoding encoding,
        Elements elements,
        Keys keys,
        Optional<Results> results,
        Attempts attempts,
        Claims claims,
        RunTracking tracking,
        RunListener listener,
        Warnings warnings,
        WorkFolders folders,
        Provenances provenances,
        Clock clock,
        Map<String, Integer> inFlight,
        AtomicBoolean cancelled,
        Optional<ElementRun> element) {

    /** What the steps of one element of a map share: they log in a run of their own, below that of the map. */
    RunScope child(String name) {
        return new RunScope(
                runId,
                options,
                encoding,
                elements,
                keys,
                results,
                attempts,
                new Claims(),
                tracking.child(name),
                listener,
                warnings,
                folders,
                provenances,
                clock,
                inFlight,
                cancelled,
                Optional.of(new ElementRun()));
    }
}
