package org.tributary.cache;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a value came from: beside the value, never inside it, so that equal values stay equal.
 *
 * @param runId the run that computed it
 * @param step the step that gave it
 * @param key the cache key of that step in lower-case hex; empty if it was not cacheable
 * @param digest the SHA-256 of the value's bytes in lower-case hex; empty if it has no codec
 * @param data the files that went in, by path as written, to their version ({@code sha256:...} or {@code md5:...})
 * @param versions the versions of Tributary, Java and the libraries reached, by name
 * @param commit the git commit of the working directory; empty outside of git
 * @param dirty whether tracked files differed from that commit
 */
public record RunProvenance(
        String runId,
        String step,
        String key,
        String digest,
        Map<String, String> data,
        Map<String, String> versions,
        Optional<String> commit,
        boolean dirty) {

    /** Copies and sorts. */
    public RunProvenance {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(commit, "commit");
        data = Collections.unmodifiableMap(new TreeMap<>(data));
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** Of a value that no run computed. */
    public static RunProvenance none() {
        return new RunProvenance("", "", "", "", Map.of(), Map.of(), Optional.empty(), false);
    }

    /** The same for a value of that digest. */
    public RunProvenance withDigest(String value) {
        return new RunProvenance(runId, step, key, value, data, versions, commit, dirty);
    }
}
