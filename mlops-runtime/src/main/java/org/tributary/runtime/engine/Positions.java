package org.tributary.runtime.engine;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.Node;

/** The positions of the steps behind the nodes of one pipeline or one element, and of what is around it. For one thread. */
final class Positions {

    private final @Nullable Positions enclosing;
    private final Map<Node<?>, Integer> known = new IdentityHashMap<>();

    Positions(@Nullable Positions enclosing) {
        this.enclosing = enclosing;
    }

    void put(Node<?> node, int position) {
        known.put(node, position);
    }

    /** Whether the step behind a node is one of this pipeline or element, and not of what is around it. */
    boolean isHere(Node<?> node) {
        return known.containsKey(whole(node));
    }

    /** The position of the step that gives a node's value: a part has that of its whole. */
    int of(Node<?> node) {
        Node<?> whole = whole(node);
        for (Positions at = this; at != null; at = at.enclosing) {
            Integer position = at.known.get(whole);
            if (position != null) {
                return position;
            }
        }
        throw new IllegalStateException(node.name() + " is not known here");
    }

    /** The step behind a part; any other node itself. */
    static Node<?> whole(Node<?> node) {
        return node.component().isPresent() ? node.inputs().get(0) : node;
    }
}
