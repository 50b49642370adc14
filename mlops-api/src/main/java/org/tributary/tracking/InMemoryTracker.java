package org.tributary.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tracker that keeps everything in memory; made by {@link Tracker#inMemory()}.
 *
 * <p>Runs are asked for by id. Answers are copies of the moment; an unknown id is an {@link IllegalArgumentException}.
 * <b>Threads:</b> safe for several threads.
 */
public final class InMemoryTracker implements Tracker {

    private final Map<String, Run> runs = Collections.synchronizedMap(new LinkedHashMap<>());

    InMemoryTracker() {}

    @Override
    public TrackedRun start(String experiment, String name) {
        return add(name, null);
    }

    /** The ids of all runs in the order they were started, children included. */
    public List<String> runs() {
        synchronized (runs) {
            return List.copyOf(runs.keySet());
        }
    }

    /** The name that the run was started with. */
    public String name(String run) {
        return find(run).name;
    }

    /** The id of the run above, empty if there is none. */
    public Optional<String> parent(String run) {
        return Optional.ofNullable(find(run).parent);
    }

    /** The params of a run, sorted by name. */
    public Map<String, String> params(String run) {
        return find(run).copyOf(find(run).params);
    }

    /** The tags of a run, sorted by name. */
    public Map<String, String> tags(String run) {
        return find(run).copyOf(find(run).tags);
    }

    /** All points of the run's metrics in the order they were logged. */
    public List<Metric> metrics(String run) {
        Run found = find(run);
        synchronized (found) {
            return List.copyOf(found.points);
        }
    }

    /** The content of the run's artifacts by path. */
    public Map<String, byte[]> artifacts(String run) {
        return find(run).copyOf(find(run).artifacts);
    }

    /** The digests of the data that the run read, by name. */
    public Map<String, String> inputs(String run) {
        return find(run).copyOf(find(run).inputs);
    }

    /** How the run ended; empty while it goes on. */
    public Optional<RunStatus> status(String run) {
        return Optional.ofNullable(find(run).status);
    }

    private TrackedRun add(String name, @Nullable String parent) {
        synchronized (runs) {
            Run run = new Run("memory-" + (runs.size() + 1), name, parent);
            runs.put(run.id, run);
            return run;
        }
    }

    private Run find(String id) {
        Run run = runs.get(id);
        if (run == null) {
            throw new IllegalArgumentException("there is no run \"" + id + "\"; there are " + runs());
        }
        return run;
    }

    private final class Run implements TrackedRun {

        private final String id;
        private final String name;
        private final @Nullable String parent;
        private final Map<String, String> params = new TreeMap<>();
        private final Map<String, String> tags = new TreeMap<>();
        private final Map<String, String> inputs = new TreeMap<>();
        private final Map<String, byte[]> artifacts = new TreeMap<>();
        private final List<Metric> points = new ArrayList<>();
        private volatile @Nullable RunStatus status;

        Run(String id, String name, @Nullable String parent) {
            this.id = id;
            this.name = name;
            this.parent = parent;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public TrackedRun child(String childName) {
            requireOpen();
            return add(childName, id);
        }

        @Override
        public synchronized void params(Map<String, String> more) {
            requireOpen();
            more.forEach((param, value) -> {
                String before = params.putIfAbsent(param, value);
                if (before != null && !before.equals(value)) {
                    throw new IllegalArgumentException(
                            "param \"" + param + "\" is \"" + before + "\" and cannot become \"" + value + "\"");
                }
            });
        }

        @Override
        public synchronized void metrics(List<Metric> more) {
            requireOpen();
            points.addAll(more);
        }

        @Override
        public synchronized void tag(String tag, String value) {
            requireOpen();
            tags.put(tag, value);
        }

        @Override
        public synchronized void input(String input, String digest, String source) {
            requireOpen();
            inputs.put(input, digest);
        }

        @Override
        public synchronized void artifact(String path, Path file) {
            requireOpen();
            try {
                artifacts.put(path, Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public synchronized void end(RunStatus how) {
            if (status == null) {
                status = how;
            }
        }

        private synchronized <V> Map<String, V> copyOf(Map<String, V> map) {
            return Collections.unmodifiableMap(new TreeMap<>(map));
        }

        private void requireOpen() {
            if (status != null) {
                throw new IllegalStateException("run " + id + " has ended as " + status);
            }
        }
    }
}
