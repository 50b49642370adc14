package org.tributary.runtime.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tributary.runtime.store.Sha256;

/**
 * A growing run of bytes in which every part has a fixed size or is preceded by its length, so that two different
 * sequences of parts never give the same bytes. Numbers are big-endian. Not safe for use by several threads.
 */
public final class CanonicalBytes {
    private byte[] bytes = new byte[256];
    private int size;

    /** Adds the lowest 8 bits of a number: a tag or an opcode. */
    CanonicalBytes tag(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Adds four bytes. */
    CanonicalBytes number(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Adds eight bytes. */
    CanonicalBytes number(long value) {
        return number((int) (value >>> 32)).number((int) value);
    }

    /** Adds a text as its UTF-8 bytes; one with a lone surrogate, which UTF-8 cannot say, by its chars. */
    public CanonicalBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.UTF_8).equals(text) ? bytes(utf8) : chars(text);
    }

    /** Adds a text that may be absent; absent and empty differ. */
    CanonicalBytes optional(@Nullable String text) {
        return text == null ? tag(0) : tag(1).text(text);
    }

    /** Adds texts in their order, preceded by their count. */
    public CanonicalBytes texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /** Adds bytes preceded by their length. */
    CanonicalBytes bytes(byte[] added) {
        number(added.length);
        return raw(added, added.length);
    }

    /** Adds what another instance holds, preceded by its length. */
    CanonicalBytes nested(CanonicalBytes other) {
        number(other.size);
        return raw(other.bytes, other.size);
    }

    /** Adds what another instance holds, without its length. */
    CanonicalBytes append(CanonicalBytes other) {
        return raw(other.bytes, other.size);
    }

    /** Gives a copy of the bytes so far. */
    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Gives the SHA-256 of the bytes so far, in 64 lower-case hexadecimal digits. */
    public String digest() {
        MessageDigest sha = Sha256.start();
        sha.update(bytes, 0, size);
        return Sha256.hex(sha);
    }

    private CanonicalBytes chars(String text) {
        number(-text.length());
        for (int i = 0; i < text.length(); i++) {
            tag(text.charAt(i) >>> 8).tag(text.charAt(i));
        }
        return this;
    }

    private CanonicalBytes raw(byte[] added, int length) {
        room(length);
        System.arraycopy(added, 0, bytes, size, length);
        size += length;
        return this;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
