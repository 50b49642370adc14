package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One way to damage a file; {@code other} is an intact file of the same kind and size. */
record Damage(String name, Deed deed) {
    @FunctionalInterface
    interface Deed {
        void apply(Path file, Path other) throws IOException;
    }

    /** All ways for a file of {@code size} bytes, which is 16 or more: a flip of one bit in each byte, and the rest. */
    static List<Damage> all(int size) {
        List<Damage> damages = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            damages.add(flip(at));
        }
        for (int length : new int[] {0, 1, size / 2, size - 1}) {
            damages.add(new Damage("cut to " + length, change(content -> Arrays.copyOf(content, length))));
        }
        for (int from : new int[] {0, 1, size / 2, size - 8}) {
            damages.add(new Damage("zeros from " + from, change(content -> zeros(content, from))));
        }
        for (int extra : new int[] {1, 4096}) {
            damages.add(new Damage(extra + " extra", change(content -> Arrays.copyOf(content, size + extra))));
        }
        damages.addAll(others());
        return damages;
    }

    private static Damage flip(int at) {
        return new Damage("flip in byte " + at, change(content -> {
            content[at] ^= (byte) (1 << (at % 8));
            return content;
        }));
    }

    private static List<Damage> others() {
        return List.of(
                new Damage("swap", Damage::swap),
                new Damage("link to intact content", Damage::link),
                new Damage("dangling link", (file, other) -> {
                    Files.delete(file);
                    Files.createSymbolicLink(file, Path.of("nowhere"));
                }),
                new Damage("empty folder", (file, other) -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                }),
                new Damage("folder with a file", (file, other) -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                    Files.write(file.resolve("a"), new byte[5]);
                }));
    }

    private static Deed change(Change change) {
        return (file, other) -> Files.write(file, change.apply(Files.readAllBytes(file)));
    }

    private static byte[] zeros(byte[] content, int from) {
        Arrays.fill(content, from, content.length, (byte) 0);
        return content;
    }

    private static void swap(Path file, Path other) throws IOException {
        Path third = file.resolveSibling("third");
        Files.move(file, third);
        Files.move(other, file);
        Files.move(third, other);
    }

    private static void link(Path file, Path other) throws IOException {
        Path moved = file.resolveSibling("moved");
        Files.move(file, moved);
        Files.createSymbolicLink(file, moved);
    }

    @FunctionalInterface
    private interface Change {
        byte[] apply(byte[] content);
    }
}
