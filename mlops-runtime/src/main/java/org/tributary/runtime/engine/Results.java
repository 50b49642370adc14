package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tributary.run.Reason;
import org.tributary.runtime.engine.AttemptContext.KeptFile;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.store.StoredResult;
import org.tributary.runtime.value.EncodedObject;

/** The results that the store holds, and those that this run has computed and not yet stored. Safe for several threads. */
final class Results {

    private final DirectoryStore store;
    private final String pipeline;
    private final Clock clock;
    private final Map<String, Fresh> fresh = new ConcurrentHashMap<>();

    Results(DirectoryStore store, String pipeline, Clock clock) {
        this.store = store;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** A result of this run with its value, which the store may not have yet. */
    record Fresh(StepResult result, HeldValue value) {}

    /** What is known under a key: a result that holds, or why there is none. */
    record LookUp(Optional<StepResult> result, List<Reason> reasons) {

        static LookUp hit(StepResult result) {
            return new LookUp(Optional.of(result), List.of());
        }

        static LookUp miss(Reason reason) {
            return new LookUp(Optional.empty(), List.of(reason));
        }
    }

    /** The result of a key, if it is whole and not too old; otherwise why not, told by the last key of the step. */
    LookUp find(StepKey key, StepPlan step) {
        Optional<StepResult> result = read(key, step.name());
        if (result.isPresent()) {
            return judge(result.get(), key, step);
        }
        Optional<String> last =
                store.latest(latestName(step.name())).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (last.filter(key.key()::equals).isPresent()) {
            // It was stored: and if it is there now, then by another process since the first look.
            return read(key, step.name())
                    .map(stored -> judge(stored, key, step))
                    .orElseGet(() -> LookUp.miss(Reason.of(Reason.Kind.DAMAGED)));
        }
        return last.flatMap(this::read)
                .map(known -> new LookUp(Optional.empty(), Reasons.between(known.parts(), key.parts())))
                .orElseGet(() -> LookUp.miss(Reason.of(Reason.Kind.NEVER_RAN)));
    }

    private LookUp judge(StepResult result, StepKey key, StepPlan step) {
        Optional<Duration> maxAge = step.options().maxAge();
        if (maxAge.isPresent() && isOlder(result, maxAge.get())) {
            return LookUp.miss(Reason.of(Reason.Kind.EXPIRED, maxAge.get().toString()));
        }
        boolean whole = fresh(key, step.name()).isPresent() || isWhole(result);
        return whole ? LookUp.hit(result) : LookUp.miss(Reason.of(Reason.Kind.DAMAGED));
    }

    /** Remembers a result that is computed and about to be stored. */
    void remember(StepKey key, StepResult result, HeldValue value) {
        keys(key, result).forEach(one -> fresh.put(one, new Fresh(result, value)));
    }

    /** A result that this run has computed and that holds for a step of that name. */
    Optional<Fresh> fresh(StepKey key, String step) {
        Fresh known = fresh.get(key.key());
        boolean named = known != null && isForOtherName(known.result(), step);
        return Optional.ofNullable(named ? fresh.get(key.named(step)) : known);
    }

    /** Forgets a result whose value turned out to be damaged. */
    void forget(StepKey key, String step) {
        fresh.remove(key.key());
        fresh.remove(key.named(step));
    }

    /** Makes a result durable: objects first, then the result, then the hint for later explanations. */
    void store(StepKey key, StepResult result, List<EncodedObject> objects, List<KeptFile> artifacts)
            throws IOException {
        for (EncodedObject object : objects) {
            store.put(object.ref(), object.content());
        }
        for (KeptFile artifact : artifacts) {
            store.putFile(artifact.ref(), artifact.file());
        }
        byte[] bytes = result.toBytes();
        for (String one : keys(key, result)) {
            store.putResult(one, bytes);
        }
        store.putLatest(latestName(result.step()), key.key().getBytes(StandardCharsets.UTF_8));
    }

    DirectoryStore objects() {
        return store;
    }

    /** The result that holds for a step of that name: another step's does too, unless that one asked for its name. */
    private Optional<StepResult> read(StepKey key, String step) {
        Optional<StepResult> result = read(key.key());
        boolean named = result.isPresent() && isForOtherName(result.get(), step);
        return named ? read(key.named(step)) : result;
    }

    private static boolean isForOtherName(StepResult result, String step) {
        return result.log().isNamed() && !result.step().equals(step);
    }

    private static List<String> keys(StepKey key, StepResult result) {
        return result.log().isNamed() ? List.of(key.named(result.step()), key.key()) : List.of(key.key());
    }

    private Optional<StepResult> read(String key) {
        Fresh known = fresh.get(key);
        return known != null ? Optional.of(known.result()) : store.result(key).flatMap(this::parse);
    }

    private Optional<StepResult> parse(StoredResult stored) {
        try {
            return Optional.of(StepResult.fromBytes(stored.body()));
        } catch (IOException e) {
            // Written by another version of the engine: verified, but not for us.
            return Optional.empty();
        }
    }

    private boolean isWhole(StepResult result) {
        return result.objects().allMatch(store::holds);
    }

    private boolean isOlder(StepResult result, Duration age) {
        return Duration.between(result.created(), clock.instant()).compareTo(age) > 0;
    }

    private String latestName(String step) {
        return pipeline + "/" + step;
    }
}
