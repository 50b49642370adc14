package org.tributary.table;

import java.util.ArrayList;
import java.util.List;

/** Gives equal texts one code, counted up from 0, and finds it from characters without making a String. */
final class Dictionary {
    private final List<String> entries = new ArrayList<>();
    /** Code + 1 by slot, 0 for a free one; the length is a power of two. */
    private int[] slots = new int[16];

    List<String> entries() {
        return List.copyOf(entries);
    }

    int code(char[] characters, int offset, int length) {
        int slot = slot(characters, offset, length);
        return slots[slot] > 0 ? slots[slot] - 1 : add(new String(characters, offset, length), slot);
    }

    int code(String text) {
        char[] characters = text.toCharArray();
        int slot = slot(characters, 0, characters.length);
        return slots[slot] > 0 ? slots[slot] - 1 : add(text, slot);
    }

    private int slot(char[] characters, int offset, int length) {
        int slot = hash(characters, offset, length) & (slots.length - 1);
        while (slots[slot] > 0 && !same(entries.get(slots[slot] - 1), characters, offset, length)) {
            slot = (slot + 1) & (slots.length - 1);
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
            char[] characters = entries.get(code).toCharArray();
            slots[slot(characters, 0, characters.length)] = code + 1;
        }
    }

    private static boolean same(String entry, char[] characters, int offset, int length) {
        if (entry.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (entry.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }

    /** Not {@code String.hashCode}, for which texts with equal hashes are easily made in number. */
    private static int hash(char[] characters, int offset, int length) {
        long hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = (hash ^ characters[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ (hash >>> 32));
    }
}
