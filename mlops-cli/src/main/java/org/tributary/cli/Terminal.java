package org.tributary.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints.
 *
 * @param out for results only
 * @param err for everything else
 * @param isLive whether a person watches, so that a line may be overwritten
 */
record Terminal(PrintStream out, PrintStream err, boolean isLive) {

    /** Set by the launcher, which alone can tell whether standard error is a terminal. */
    private static final String LIVE = "mlops.live";

    /** The process's own streams in UTF-8; whatever a library prints to standard output goes to standard error from now on. */
    static Terminal takeStandardStreams() {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(err);
        System.setErr(err);
        return new Terminal(out, err, Boolean.getBoolean(LIVE));
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
