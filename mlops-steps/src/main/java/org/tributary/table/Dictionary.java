package org.tributary.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Gives equal texts one code, counted up from 0, and finds it from ASCII bytes without making a String. */
final class Dictionary {
    private final List<String> entries = new ArrayList<>();
    /** Code + 1 by slot, 0 for a free one; the length is a power of two. */
    private int[] slots = new int[16];

    List<String> entries() {
        return List.copyOf(entries);
    }

    int code(byte[] utf8, int offset, int length) {
        long hash = length;
        int bits = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = next(hash, utf8[i]);
            bits |= utf8[i];
        }
        if (bits < 0) {
            return code(new String(utf8, offset, length, StandardCharsets.UTF_8));
        }
        int slot = start(hash);
        while (slots[slot] > 0 && !same(entries.get(slots[slot] - 1), utf8, offset, length)) {
            slot = after(slot);
        }
        return slots[slot] > 0
                ? slots[slot] - 1
                : add(new String(utf8, offset, length, StandardCharsets.ISO_8859_1), slot);
    }

    int code(String text) {
        int slot = slot(text);
        return slots[slot] > 0 ? slots[slot] - 1 : add(text, slot);
    }

    /** The codes here of all entries of another one, by its codes; those that are new are added. */
    int[] codes(Dictionary other) {
        int[] codes = new int[other.entries.size()];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = code(other.entries.get(code));
        }
        return codes;
    }

    private int slot(String text) {
        int slot = start(hash(text));
        while (slots[slot] > 0 && !entries.get(slots[slot] - 1).equals(text)) {
            slot = after(slot);
        }
        return slot;
    }

    private int add(String text, int slot) {
        entries.add(text);
        slots[slot] = entries.size();
        if (entries.size() * 2L > slots.length) {
            grow();
        }
        return entries.size() - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int code = 0; code < entries.size(); code++) {
            slots[slot(entries.get(code))] = code + 1;
        }
    }

    private static boolean same(String entry, byte[] ascii, int offset, int length) {
        if (entry.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (entry.charAt(i) != ascii[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = next(hash, text.charAt(i));
        }
        return hash;
    }

    /** Not as {@code String.hashCode}, for which texts with equal hashes are easily made in number. */
    private static long next(long hash, int character) {
        long mixed = (hash ^ character) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    private int start(long hash) {
        return (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}
