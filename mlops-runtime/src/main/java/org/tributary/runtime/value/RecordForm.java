package org.tributary.runtime.value;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tributary.runtime.store.Sha256;

/** A record: its components in order, each preceded by its length, so that one can be read without the others. */
final class RecordForm implements Form {

    private final Class<?> type;
    private final List<Part> parts;
    private final Constructor<?> constructor;

    RecordForm(Class<?> type, List<Form> forms) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        Part[] all = new Part[components.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Part(components[i].getName(), open(components[i].getAccessor()), forms.get(i));
        }
        this.parts = List.of(all);
        this.constructor = constructor(type, components);
    }

    @Override
    public String name() {
        return parts.stream()
                .map(part -> part.name + ":" + part.form.name())
                .collect(Collectors.joining(",", type.getSimpleName() + "(", ")"));
    }

    @Override
    public boolean reorders() {
        return parts.stream().anyMatch(part -> part.form.reorders());
    }

    @Override
    public void write(Object value, DocumentWriter out) {
        writeParts(value, out);
    }

    /** Appends the components and gives the identity of each. */
    Map<String, String> writeParts(Object value, DocumentWriter out) {
        Map<String, String> identities = new LinkedHashMap<>();
        for (Part part : parts) {
            DocumentWriter nested = out.nested();
            identities.put(part.name, part.write(value, nested));
            out.bytes(nested.toBytes());
        }
        return identities;
    }

    /** The identity that a value has as one of the components. */
    String identity(String name, Object value) {
        Part component = parts.stream()
                .filter(part -> part.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no component " + name));
        return component.writeValue(value, new DocumentWriter());
    }

    @Override
    public Object read(DocumentReader in) throws IOException {
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.nested(parts.get(i).form);
        }
        return create(values);
    }

    /** Reads one component and nothing else. */
    Object readPart(String name, DocumentReader in) throws IOException {
        for (Part part : parts) {
            if (part.name.equals(name)) {
                return in.nested(part.form);
            }
            in.skip();
        }
        throw new IOException(type.getSimpleName() + " has no component " + name);
    }

    private Object create(Object[] values) throws IOException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException | IllegalArgumentException e) {
            throw new IOException(type.getSimpleName() + " refuses the stored components", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", e);
        }
    }

    private static Method open(Method accessor) {
        accessor.setAccessible(true);
        return accessor;
    }

    private record Part(String name, Method accessor, Form form) {

        String write(Object owner, DocumentWriter out) {
            return writeValue(get(owner), out);
        }

        String writeValue(Object value, DocumentWriter out) {
            if (form instanceof ObjectForm<?> object) {
                EncodedObject encoded = object.encode(value);
                out.add(encoded);
                out.ref(encoded.ref());
                return encoded.ref().digest();
            }
            form.write(value, out);
            return identity(out.toBytes());
        }

        /** Covers the form too: 0 and false have equal bytes, and are not the same to who takes any object. */
        private String identity(byte[] content) {
            MessageDigest sha = Sha256.start();
            sha.update(form.name().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return HexFormat.of().formatHex(sha.digest(content));
        }

        private Object get(Object owner) {
            try {
                Object value = accessor.invoke(owner);
                if (value == null) {
                    throw new NullPointerException("component " + name + " of "
                            + owner.getClass().getSimpleName() + " is null; use Optional for what may be absent");
                }
                return value;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read component " + name, e);
            }
        }
    }
}
