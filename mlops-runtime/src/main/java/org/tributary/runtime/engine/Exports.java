package org.tributary.runtime.engine;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    Optional<FolderFormat<?>> format(Node<?> node) {
        return node.type().map(OutputTypes::raw).map(formats::get);
    }
}
