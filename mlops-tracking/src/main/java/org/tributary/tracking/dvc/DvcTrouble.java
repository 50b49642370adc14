package org.tributary.tracking.dvc;

import java.io.IOException;
import java.nio.file.Path;

/** Says what is wrong with tracked data, and what to do. */
final class DvcTrouble {

    private DvcTrouble() {}

    static IOException badConfig(Path file, int line) {
        return new IOException("[DVC_BAD_CONFIG] line " + line + " is no setting of DVC: " + file
                + ". Write \"key = value\" below a \"[section]\".");
    }

    static IOException badPointer(Path file, String why) {
        return new IOException("[DVC_BAD_POINTER] " + file + " cannot be read: " + why
                + ". Correct it, or write it anew with \"dvc add\".");
    }

    static IOException unread(Pointer pointer) {
        return new IOException("[DVC_NOT_SUPPORTED] " + pointer.path() + " cannot be verified: "
                + pointer.unread().orElse("") + ": " + pointer.file() + ". Write it anew with \"dvc add\" of DVC 3.");
    }

    static IOException badManifest(Pointer pointer, String why) {
        return new IOException("[DVC_BAD_MANIFEST] the list of files " + pointer.oid() + " of " + pointer.file()
                + " cannot be used: " + why + ". Run \"dvc add " + name(pointer)
                + "\" and \"dvc push\" where the data is.");
    }

    static IOException notTracked(Path file) {
        return new IOException("[DVC_NOT_TRACKED] no .dvc file tracks " + file + ". Run \"dvc add\" for it.");
    }

    static IOException notInVersion(Pointer pointer, Path file) {
        return new IOException("[DVC_NOT_IN_VERSION] " + file + " lies in a folder that " + pointer.file()
                + " tracks, but is not in its version " + pointer.oid() + ". Run \"dvc add " + name(pointer)
                + "\", or move the file elsewhere.");
    }

    static IOException modified(Pointer pointer, Path file, String expected, String actual) {
        return new IOException("[DVC_MODIFIED] " + file + " was changed: its md5 is " + actual + ", " + pointer.file()
                + " tracks " + expected + ". Run \"dvc checkout "
                + pointer.file().getFileName()
                + "\" to get the tracked data back, or \"dvc add " + name(pointer) + "\" to track the change.");
    }

    static IOException link(Path link) {
        return new IOException("[DVC_LINK] " + link + " is a symbolic link, which may lead out of the repository."
                + " Put the file or folder itself there.");
    }

    static IOException notAFile(Path path) {
        return new IOException("[DVC_NOT_A_FILE] " + path + " is no regular file, but one is tracked there."
                + " Move away what lies there.");
    }

    static IOException missing(Wanted wanted, Path cache, String remote) {
        return new IOException("[DVC_MISSING] " + wanted.path() + " is missing, and its object " + wanted.oid()
                + " is neither in the cache " + cache + " nor in " + remote + ". Run \"dvc push\" where the data is.");
    }

    static IOException remoteElsewhere(Wanted wanted, String remote, String url) {
        return new IOException("[DVC_REMOTE_NOT_A_FOLDER] " + wanted.path() + " is missing, and the remote \"" + remote
                + "\" is no local folder: " + url + ". Run \"dvc pull "
                + wanted.pointer().file().getFileName() + "\".");
    }

    static IOException noSuchRemote(Wanted wanted, String remote) {
        return new IOException(
                "[DVC_NO_REMOTE] " + wanted.path() + " is missing, and .dvc/config has no url of the remote \"" + remote
                        + "\" that should have it. Run \"dvc remote add " + remote + " FOLDER\".");
    }

    static IOException corrupt(Wanted wanted, Path object, String actual) {
        return new IOException("[DVC_REMOTE_CORRUPT] the object of " + wanted.path() + " is damaged: its md5 is "
                + actual
                + " and should be " + wanted.hash() + ": " + object + ". Delete it and run \"dvc push\" where the data"
                + " is.");
    }

    private static Path name(Pointer pointer) {
        return pointer.file().resolveSibling(".").normalize().relativize(pointer.path());
    }
}
