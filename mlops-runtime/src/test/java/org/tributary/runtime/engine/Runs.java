package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunOptions;
import org.tributary.run.RunReport;
import org.tributary.tracking.InMemoryTracker;
import org.tributary.tracking.Tracker;

/** Runs pipelines over one cache in a folder, and remembers what happened. */
final class Runs {

    private final Path folder;
    private final Events events = new Events();
    private final InMemoryTracker tracker = Tracker.inMemory();

    Runs(Path folder) {
        this.folder = folder;
    }

    LocalRunner.Builder builder() {
        return LocalRunner.builder()
                .cache(cache())
                .work(work())
                .threads(4)
                .extension(new Extension() {})
                .listener(events)
                .tracker(tracker);
    }

    <T> RunReport<T> run(Pipeline<T> pipeline) {
        return builder().build().run(pipeline);
    }

    <T> RunReport<T> run(Pipeline<T> pipeline, RunOptions options) {
        return builder().build().run(pipeline, options);
    }

    List<String> explain(Pipeline<?> pipeline) {
        return explain(pipeline, RunOptions.defaults());
    }

    List<String> explain(Pipeline<?> pipeline, RunOptions options) {
        return builder().build().explain(pipeline, options).stream()
                .map(Object::toString)
                .toList();
    }

    Path cache() {
        return folder.resolve("cache");
    }

    Path work() {
        return folder.resolve("work");
    }

    Events events() {
        return events;
    }

    InMemoryTracker tracker() {
        return tracker;
    }

    /** The id of the last run in the tracker. */
    String lastRun() {
        List<String> runs = tracker.runs();
        return runs.get(runs.size() - 1);
    }

    /** All files below a folder by relative path, sorted. */
    static Map<String, Path> files(Path root) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        if (Files.exists(root)) {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(Files::isRegularFile)
                        .forEach(file -> files.put(root.relativize(file).toString(), file));
            }
        }
        return files;
    }

    /** The stored objects by digest; content is what the digest says, so digests tell all. */
    List<String> objects() throws IOException {
        return files(cache().resolve("v1/objects")).keySet().stream()
                .map(path -> path.replace("/", ""))
                .toList();
    }

    /** The file of a stored object. */
    Path object(String digest) {
        return cache().resolve("v1/objects").resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    /** Changes each stored object, leaving its size. */
    void damageObjects() throws IOException {
        for (Path file : files(cache().resolve("v1/objects")).values()) {
            damage(file);
        }
    }

    static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
