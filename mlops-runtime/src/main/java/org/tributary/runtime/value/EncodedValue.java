package org.tributary.runtime.value;

import java.util.List;
import java.util.Map;
import org.tributary.runtime.store.ObjectRef;

/**
 * A value as objects for the store.
 *
 * @param root the object that stands for the value; its digest is the value's identity
 * @param parts the identity of each component, if the value is a record; by the component's name
 * @param objects the root and all objects that it refers to
 */
public record EncodedValue(ObjectRef root, Map<String, String> parts, List<EncodedObject> objects) {

    /** Copies. */
    public EncodedValue {
        parts = Map.copyOf(parts);
        objects = List.copyOf(objects);
    }

    /** The identities of all objects, the root included. */
    public List<ObjectRef> refs() {
        return objects.stream().map(EncodedObject::ref).toList();
    }

    /** The size of all objects in bytes. */
    public long bytes() {
        return objects.stream().mapToLong(object -> object.ref().size()).sum();
    }
}
