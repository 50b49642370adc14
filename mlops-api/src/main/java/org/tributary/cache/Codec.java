package org.tributary.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Turns values of one type into bytes and back, for the cache.
 *
 * <p>Equal values give equal bytes, on any machine, in any locale and time zone: the SHA-256 of the bytes is the identity of
 * the value in the keys of later steps. What varies without meaning, such as a training time, is made canonical while encoding.
 * Records and lists need no codec of their own: they are stored by their components. <b>Threads:</b> safe for several threads.
 * <b>Contract test:</b> extend {@code CodecContract} of mlops-testkit.
 *
 * @param <T> the type of the values
 */
public interface Codec<T> {

    /** The type; values of its subclasses are encoded by this codec too, unless they have their own. */
    Class<T> type();

    /** Name and version of the byte format, such as {@code table/1}; changes whenever old bytes can no longer be read. */
    String format();

    /**
     * Writes the value.
     *
     * @param value not null
     * @param out left open
     * @throws IOException if {@code out} fails
     */
    void encode(T value, OutputStream out) throws IOException;

    /**
     * Reads a value back.
     *
     * @param in exactly the bytes of one value, whose digest was verified before; left open
     * @return a value equal to the encoded one
     * @throws IOException if the bytes are of another format
     */
    T decode(InputStream in) throws IOException;
}
