package org.tributary.runtime.value;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.tributary.cache.Codec;
import org.tributary.runtime.store.ContentWriter;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.runtime.store.Sha256;

/**
 * One object that a value needs in the store: its identity, and how to write it.
 *
 * @param ref digest and size
 * @param content writes exactly those bytes; may encode the value again, so the value must not have changed
 */
public record EncodedObject(ObjectRef ref, ContentWriter content) {

    /** Larger objects are encoded twice, once for the digest and once for the disk, instead of being kept in memory. */
    private static final int KEPT_BYTES = 8 << 20;

    static EncodedObject of(byte[] bytes) {
        return new EncodedObject(ObjectRef.of(bytes), out -> out.write(bytes));
    }

    static <T> EncodedObject of(Codec<T> codec, T value) {
        KeptBytes kept = new KeptBytes(KEPT_BYTES);
        DigestOutputStream digesting = new DigestOutputStream(kept, Sha256.start());
        encode(codec, value, digesting);
        String digest = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        ObjectRef ref = new ObjectRef(digest, kept.size());
        return new EncodedObject(ref, kept.isWhole() ? kept::writeTo : out -> codec.encode(value, out));
    }

    private static <T> void encode(Codec<T> codec, T value, OutputStream out) {
        try {
            codec.encode(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
