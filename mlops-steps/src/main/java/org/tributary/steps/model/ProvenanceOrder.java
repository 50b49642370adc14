package org.tributary.steps.model;

import com.google.protobuf.Message;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.ListProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.MapProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.ObjectProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.RootProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.SimpleProvenanceProto;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that the parts of a provenance refer only to parts that were written after them, as those of a real model do.
 *
 * <p>A reference back could make a circle, and its reader would not come to an end.
 */
final class ProvenanceOrder {

    private final Map<Integer, Message> parts = new HashMap<>();
    private final Map<String, Integer> objects = new HashMap<>();
    private boolean sound = true;

    private ProvenanceOrder(RootProvenanceProto root) {
        root.getOmpList().forEach(part -> objects.put(part.getObjectName(), objects.size()));
        root.getOmpList().forEach(part -> add(part.getIndex(), part));
        root.getSmpList().forEach(part -> add(part.getIndex(), part));
        root.getMmpList().forEach(part -> add(part.getIndex(), part));
        root.getLmpList().forEach(part -> add(part.getIndex(), part));
        sound &= objects.size() == root.getOmpCount();
        root.getOmpList().forEach(this::object);
    }

    /** What is wrong, if something is. */
    static Optional<String> check(Message root) {
        boolean sound = root instanceof RootProvenanceProto provenance && new ProvenanceOrder(provenance).sound;
        return sound ? Optional.empty() : Optional.of("holds a provenance whose parts do not fit together");
    }

    private void add(int index, Message part) {
        sound &= parts.put(index, part) == null;
    }

    private void object(ObjectProvenanceProto object) {
        int position = objects.getOrDefault(object.getObjectName(), 0);
        follow(object.getIndex(), object.getValuesMap().values(), position);
    }

    private void follow(int from, Collection<Integer> indices, int object) {
        for (int index : indices) {
            if (!sound) {
                return;
            }
            Message part = parts.get(index);
            sound = index > from && part != null && fits(part, index, object);
        }
    }

    private boolean fits(Message part, int index, int object) {
        if (part instanceof SimpleProvenanceProto simple) {
            return !simple.getIsReference() || objects.getOrDefault(simple.getValue(), -1) > object;
        }
        List<Integer> next = List.of();
        if (part instanceof ListProvenanceProto list) {
            next = list.getValuesList();
        } else if (part instanceof MapProvenanceProto map) {
            next = List.copyOf(map.getValuesMap().values());
        } else {
            return false;
        }
        follow(index, next, object);
        return sound;
    }
}
