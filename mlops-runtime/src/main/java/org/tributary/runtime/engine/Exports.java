package org.tributary.runtime.engine;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tributary.cache.FolderFormat;
import org.tributary.pipeline.Node;

/** Knows how values of each type are written as folders. Immutable. */
final class Exports {

    private final Map<Class<?>, FolderFormat<?>> formats = new HashMap<>();

    Exports(Collection<FolderFormat<?>> formats) {
        formats.forEach(format -> this.formats.put(format.type(), format));
    }

    /** Adds a fault if a step is to be exported and its type has no folder format. */
    void check(Node<?> node, List<String> faults) {
        if (node.options().export().isPresent() && format(node).isEmpty()) {
            faults.add("[RUN_NO_FOLDER_FORMAT] the value of step \"" + node.name() + "\" cannot be exported to "
                    + node.options().export().get() + ": there is no folder format for "
                    + node.type().map(Type::getTypeName).orElse("its type")
                    + " (added at " + node.place() + "). Register a FolderFormat for it in an Extension.");
        }
    }

    /** Adds a fault for each folder that two steps would write, or that is within the folder of another step. */
    void checkFolders(List<Node<?>> nodes, List<String> faults) {
        List<Node<?>> exported = nodes.stream()
                .filter(node -> node.options().export().isPresent())
                .collect(Collectors.toUnmodifiableList());
        for (int later = 1; later < exported.size(); later++) {
            for (Node<?> earlier : exported.subList(0, later)) {
                checkFolders(earlier, exported.get(later), faults);
            }
        }
    }

    private static void checkFolders(Node<?> earlier, Node<?> later, List<String> faults) {
        Path one = folder(earlier);
        Path other = folder(later);
        if (one.startsWith(other) || other.startsWith(one)) {
            faults.add("[RUN_EXPORT_TWICE] step \"" + later.name() + "\" is exported to "
                    + later.options().export().orElseThrow()
                    + (one.equals(other) ? ", and so is " : ", which overlaps ")
                    + (one.equals(other)
                            ? "step \"" + earlier.name() + "\""
                            : earlier.options().export().orElseThrow() + " of step \"" + earlier.name() + "\"")
                    + " (added at " + earlier.place() + " and " + later.place()
                    + "). Give each step a folder of its own.");
        }
    }

    private static Path folder(Node<?> node) {
        return node.options().export().orElseThrow().toAbsolutePath().normalize();
    }

    Optional<FolderFormat<?>> format(Node<?> node) {
        return node.type().map(OutputTypes::raw).map(formats::get);
    }
}
