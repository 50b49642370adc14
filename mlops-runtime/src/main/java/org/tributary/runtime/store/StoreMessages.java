package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The texts of the store's warnings and exceptions. */
final class StoreMessages {
    private StoreMessages() {}

    static String damaged(Path file, String what, String fate) {
        return "[STORE_DAMAGED] a stored file is damaged, " + what + ": " + file + ". " + fate
                + "; what it held is computed again.";
    }

    static String missing(Path file) {
        return "[STORE_MISSING] a stored object is missing: " + file + ". What it held is computed again.";
    }

    static String unreadable(Path file, IOException failure) {
        return "[STORE_UNREADABLE] a stored file cannot be read, " + reason(failure) + ": " + file
                + ". What it held is computed again; make the file readable or remove it.";
    }

    static String cannotWrite(Path file, long needed, OptionalLong free, IOException failure) {
        String space = free.isPresent() ? ", " + free.getAsLong() + " are free" : "";
        return "[STORE_CANNOT_WRITE] the store cannot keep a file, " + reason(failure) + ": " + file + " (" + needed
                + " bytes needed" + space + "). Free space, make the folder writable or choose another with cache.dir.";
    }

    static String cannotRead(Path root, IOException failure) {
        return "[STORE_CANNOT_READ] the cache cannot be looked through, " + reason(failure) + ": "
                + place(failure, root) + ". Nothing was removed; make the folder readable or check the disk.";
    }

    static String cannotCollect(Path root, IOException failure) {
        return "[STORE_CANNOT_COLLECT] the cache cannot be tidied, " + reason(failure) + ": " + place(failure, root)
                + ". No object that a result needs was removed; make the folder writable or check the disk.";
    }

    private static String place(IOException failure, Path otherwise) {
        boolean named = failure instanceof FileSystemException known && known.getFile() != null;
        return named ? ((FileSystemException) failure).getFile() : otherwise.toString();
    }

    static String changed(Path file, ObjectRef expected, ObjectRef actual) {
        return "[STORE_VALUE_CHANGED] the value changed while it was stored, from SHA-256 " + expected.digest() + " ("
                + expected.size() + " bytes) to " + actual.digest() + " (" + actual.size() + " bytes): " + file
                + ". Nothing was stored; do not modify a value after the step returned it.";
    }

    /** What went wrong, without the path, which the message names anyway. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof ClosedByInterruptException) {
            return "the thread was interrupted";
        }
        if (failure instanceof FileAlreadyExistsException exists) {
            return "no folder: " + exists.getFile();
        }
        String text = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return text == null ? failure.getClass().getSimpleName() : text;
    }
}
