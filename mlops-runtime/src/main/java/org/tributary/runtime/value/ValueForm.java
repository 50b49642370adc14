package org.tributary.runtime.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tributary.runtime.store.ObjectRef;

/**
 * How values of one type are stored: as one object of a codec, or as a document that refers to such objects.
 *
 * <p><b>Threads:</b> immutable. Equal values give equal bytes.
 */
public final class ValueForm {

    private static final String HEADER = "tributary-value/1 ";

    private final Form form;
    private final String name;

    ValueForm(Form form) {
        this.form = form;
        this.name = form.name();
    }

    /** The type and the formats of its parts as text; another form never reads the bytes of this one. */
    public String name() {
        return name;
    }

    /**
     * The identity of a value, from the digest of its bytes: with the format of its codec, since equal bytes of two
     * formats are not the same. Other bytes and digests cover their form themselves.
     */
    public String identity(String digest) {
        return form instanceof ObjectForm<?> ? name + ":" + digest : digest;
    }

    /**
     * Encodes a value.
     *
     * @throws RuntimeException if the value breaks its type's promise, such as a component that is null
     */
    public EncodedValue encode(Object value) {
        if (form instanceof ObjectForm<?> object) {
            EncodedObject encoded = object.encode(value);
            return new EncodedValue(encoded.ref(), Map.of(), List.of(encoded));
        }
        DocumentWriter document = new DocumentWriter();
        document.text(HEADER + name);
        Map<String, String> parts = writeBody(value, document);
        return finish(document, parts);
    }

    /**
     * A value as it comes back from the store: its sets and maps iterate in the order of their encoding, so that nothing that is
     * made of it differs from what is made of the stored one.
     *
     * @param encoded what {@link #encode} gave for the value
     */
    public Object settled(Object value, EncodedValue encoded) {
        try {
            return form.reorders() ? decode(encoded.root(), inMemory(encoded)) : value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectSource inMemory(EncodedValue encoded) {
        Map<ObjectRef, EncodedObject> objects = new HashMap<>();
        encoded.objects().forEach(object -> objects.put(object.ref(), object));
        return ref -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Objects.requireNonNull(objects.get(ref)).content().writeTo(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        };
    }

    /**
     * The identity of a value, or of the value of one component of a record: the same as in {@link EncodedValue}.
     *
     * @throws RuntimeException as {@link #encode}
     */
    public String identity(Optional<String> component, Object value) {
        return component.isPresent() && form instanceof RecordForm record
                ? record.identity(component.get(), value)
                : encode(value).root().digest();
    }

    /**
     * Reads a value back.
     *
     * @throws IOException if an object is missing or damaged, or the bytes are of another form
     */
    public Object decode(ObjectRef root, ObjectSource objects) throws IOException {
        if (form instanceof ObjectForm<?> object) {
            return object.decode(root, objects);
        }
        return read(document(root, objects));
    }

    /**
     * Reads one component of a record back, and only the objects that it needs.
     *
     * @throws IOException as {@link #decode}
     */
    public Object decodePart(ObjectRef root, String component, ObjectSource objects) throws IOException {
        if (!(form instanceof RecordForm record)) {
            throw new IOException(name + " has no component " + component);
        }
        DocumentReader document = document(root, objects);
        requireHeader(document);
        return record.readPart(component, document);
    }

    /** The bytes of a value whose form refers to no objects. */
    public byte[] toBytes(Object value) {
        DocumentWriter document = new DocumentWriter();
        document.text(HEADER + name);
        form.write(value, document);
        if (!document.objects().isEmpty()) {
            throw new IllegalStateException(name + " refers to objects");
        }
        return document.toBytes();
    }

    /**
     * Reads back what {@link #toBytes} gave.
     *
     * @throws IOException if the bytes are of another form
     */
    public Object fromBytes(byte[] bytes) throws IOException {
        return read(new DocumentReader(bytes, ref -> {
            throw new IOException(name + " refers to no objects");
        }));
    }

    private Map<String, String> writeBody(Object value, DocumentWriter document) {
        if (form instanceof RecordForm record) {
            return record.writeParts(value, document);
        }
        form.write(value, document);
        return Map.of();
    }

    private static EncodedValue finish(DocumentWriter document, Map<String, String> parts) {
        EncodedObject root = EncodedObject.of(document.toBytes());
        List<EncodedObject> objects = new ArrayList<>(document.objects());
        objects.add(root);
        return new EncodedValue(root.ref(), parts, objects);
    }

    private Object read(DocumentReader document) throws IOException {
        requireHeader(document);
        try {
            Object value = form.read(document);
            document.requireEnd();
            return value;
        } catch (StackOverflowError e) {
            throw new IOException("the document of a " + name + " is nested too deeply", e);
        }
    }

    private void requireHeader(DocumentReader document) throws IOException {
        String header = document.text();
        if (!header.equals(HEADER + name)) {
            throw new IOException("the document is a " + header + ", not a " + HEADER + name);
        }
    }

    private static DocumentReader document(ObjectRef root, ObjectSource objects) throws IOException {
        try (InputStream in = objects.read(root)) {
            return new DocumentReader(in.readAllBytes(), objects);
        }
    }
}
