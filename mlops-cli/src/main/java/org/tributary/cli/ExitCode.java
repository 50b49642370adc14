package org.tributary.cli;

/** What the process returns. */
final class ExitCode {

    static final int SUCCESS = 0;
    static final int STEP_FAILED = 1;
    static final int DAMAGED = 1;
    static final int USAGE = 2;

    private ExitCode() {}
}
