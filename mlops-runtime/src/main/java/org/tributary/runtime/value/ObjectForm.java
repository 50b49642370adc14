package org.tributary.runtime.value;

import java.io.IOException;
import java.io.InputStream;
import org.tributary.cache.Codec;
import org.tributary.runtime.store.ObjectRef;

/** A type with a codec of its own: an object in the store, which the document refers to. */
record ObjectForm<T>(Codec<T> codec) implements Form {

    @Override
    public String name() {
        return codec.format();
    }

    @Override
    public void write(Object value, DocumentWriter out) {
        EncodedObject object = encode(value);
        out.add(object);
        out.ref(object.ref());
    }

    @Override
    public Object read(DocumentReader in) throws IOException {
        return decode(in.ref(), in.objects());
    }

    EncodedObject encode(Object value) {
        return EncodedObject.of(codec, codec.type().cast(value));
    }

    T decode(ObjectRef ref, ObjectSource objects) throws IOException {
        try (InputStream in = objects.read(ref)) {
            return codec.decode(in);
        } catch (RuntimeException e) {
            throw new IOException("the codec " + name() + " cannot read it: " + e, e);
        }
    }
}
