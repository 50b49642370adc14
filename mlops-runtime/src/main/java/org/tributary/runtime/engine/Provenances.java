package org.tributary.runtime.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tributary.cache.RunProvenance;
import org.tributary.runtime.engine.GitState.Commit;

/** Says where the values of a run come from. Safe for several threads. */
final class Provenances {

    private final String runId;
    private final GitState git;

    Provenances(String runId, GitState git) {
        this.runId = runId;
        this.git = git;
    }

    /** Of a value that has a key. */
    RunProvenance of(String step, KeyParts parts, String digest) {
        Map<String, String> data = new LinkedHashMap<>();
        parts.data().forEach(one -> data.put(one.name(), one.digest()));
        return of(step, parts.key(), digest, data, parts.libraries());
    }

    /** Of a value without key. */
    RunProvenance of(String step, String digest) {
        return of(step, "", digest, Map.of(), Map.of());
    }

    private RunProvenance of(
            String step, String key, String digest, Map<String, String> data, Map<String, String> libraries) {
        Map<String, String> versions = new TreeMap<>(libraries);
        versions.put("java", Runtime.version().toString());
        versions.put("tributary", version());
        Optional<Commit> commit = git.commit();
        return new RunProvenance(
                runId,
                step,
                key,
                digest,
                data,
                versions,
                commit.map(Commit::id),
                commit.map(Commit::dirty).orElse(false));
    }

    /** The version of this library. */
    static String version() {
        String version = Provenances.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
