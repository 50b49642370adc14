package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells which step a stored result is of; also for tests of other packages. */
public final class StoredStep {
    private StoredStep() {}

    /** The name of the step in an intact result file of a cache. */
    public static String of(Path result) throws IOException {
        byte[] bytes = Files.readAllBytes(result);
        int line = 0;
        while (bytes[line] != '\n') {
            line++;
        }
        return StepResult.fromBytes(Arrays.copyOfRange(bytes, line + 1, bytes.length))
                .step();
    }
}
