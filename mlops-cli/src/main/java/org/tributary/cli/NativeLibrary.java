package org.tributary.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's native library for this machine, which the driver otherwise unpacks and compares byte by byte in each process. */
final class NativeLibrary {

    private NativeLibrary() {}

    /**
     * Writes the library to a file; nothing if the driver has none for this machine.
     *
     * @throws IOException if the file exists or cannot be written
     */
    static void copyTo(Path file) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream in = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (in != null) {
                Files.copy(in, file);
            }
        }
    }
}
