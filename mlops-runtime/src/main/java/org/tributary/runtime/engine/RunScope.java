package org.tributary.runtime.engine;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tributary.run.RunListener;
import org.tributary.runtime.value.ObjectSource;
import org.tributary.runtime.value.ValueForms;

/**
 * What the steps of one run share.
 *
 * @param runId the id of the run
 * @param forms how values are stored
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
 */
record RunScope(
        String runId,
        ValueForms forms,
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
        AtomicBoolean cancelled) {

    RunScope {
        inFlight = new ConcurrentHashMap<>(inFlight);
    }

    /** Where stored values are read from. */
    ObjectSource objects() {
        return ref -> results.orElseThrow().objects().read(ref);
    }
}
