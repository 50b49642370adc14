package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.tributary.runtime.store.StoreContents.Entry;

/** Lists everything below the root of a store once; what other processes remove meanwhile may be missing or not. */
final class StoreWalk {
    private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ESCAPED = Pattern.compile("[a-z0-9_%-]{1,200}");
    private static final Pattern LAYOUT = Pattern.compile("v[0-9]{1,9}");

    private final FileOperations files;
    private final StoreLayout layout;
    private final List<Path> newer = new ArrayList<>();
    private final List<Path> misplaced = new ArrayList<>();
    private final List<Path> strangers = new ArrayList<>();

    private StoreWalk(FileOperations files, StoreLayout layout) {
        this.files = files;
        this.layout = layout;
    }

    /** What is there now. */
    static StoreContents contents(FileOperations files, StoreLayout layout) throws IOException {
        return new StoreWalk(files, layout).contents();
    }

    private StoreContents contents() throws IOException {
        walkTop();
        return new StoreContents(
                sharded(layout.objects(), (shard, name) -> shard + name),
                sharded(layout.results(), (shard, name) -> name.startsWith(shard) ? name : ""),
                pointers(),
                damaged(),
                List.copyOf(newer),
                List.copyOf(misplaced),
                List.copyOf(strangers));
    }

    private void walkTop() throws IOException {
        for (Path entry : list(layout.root())) {
            if (!entry.equals(layout.version())) {
                (LAYOUT.matcher(name(entry)).matches() ? newer : strangers).add(entry);
            }
        }
        for (Path entry : list(layout.version())) {
            if (!layout.kinds().contains(entry)) {
                strangers.add(entry);
            }
        }
    }

    private List<Entry> sharded(Path kind, BinaryOperator<String> fullName) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path shard : list(kind)) {
            if (SHARD.matcher(name(shard)).matches()) {
                addShard(shard, fullName, entries);
            } else {
                strangers.add(shard);
            }
        }
        return entries;
    }

    private void addShard(Path shard, BinaryOperator<String> fullName, List<Entry> to) throws IOException {
        for (Path file : list(shard)) {
            String name = fullName.apply(name(shard), name(file));
            if (DIGEST.matcher(name).matches()) {
                entry(file, name).ifPresent(to::add);
            } else {
                strangers.add(file);
            }
        }
    }

    private List<Entry> pointers() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : list(layout.pointers())) {
            if (ESCAPED.matcher(name(file)).matches()) {
                entry(file, name(file)).ifPresent(entries::add);
            } else {
                strangers.add(file);
            }
        }
        return entries;
    }

    private List<Entry> damaged() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : list(layout.damaged())) {
            entry(file, name(file)).ifPresent(entries::add);
        }
        return entries;
    }

    private Optional<Entry> entry(Path file, String name) throws IOException {
        return files.facts(file).map(facts -> new Entry(file, name, facts));
    }

    /** The entries of one of the store's folders but temporary files. */
    private List<Path> list(Path folder) throws IOException {
        Optional<FileFacts> found = files.facts(folder);
        if (found.isEmpty()) {
            return List.of();
        }
        if (!files.isFolder(folder)) {
            misplaced.add(folder);
            return List.of();
        }
        try {
            return files.list(folder).stream()
                    .filter(entry -> !TempFiles.isTemp(entry))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException removedByAnother) {
            return List.of();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
