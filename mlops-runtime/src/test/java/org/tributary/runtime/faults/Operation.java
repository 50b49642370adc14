package org.tributary.runtime.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One line of the shim's log.
 *
 * @param number counted from 1
 * @param kind what the process asked for
 * @param result the number that the system gave, an error such as {@code E28}, or {@code killed}
 * @param path what it was done to; of a rename the new name
 * @param other the old name of a rename, otherwise empty
 * @param kept a link to what was overwritten or deleted, or empty
 */
record Operation(int number, String kind, String result, String path, String other, String kept) {
    static final Set<String> NEED_SPACE = Set.of("create", "write", "force", "folder", "rename");
    static final Set<String> CHANGES = Set.of("create", "write", "folder", "rename", "delete");

    static List<Operation> read(Path log) throws IOException {
        return Files.readAllLines(log).stream().map(Operation::parse).toList();
    }

    static Operation parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 6) {
            throw new IllegalArgumentException("a line of the log has " + fields.length + " fields, not 6: " + line);
        }
        return new Operation(Integer.parseInt(fields[0]), fields[1], fields[2], fields[3], fields[4], fields[5]);
    }

    boolean isDone() {
        return !result.startsWith("E") && !result.equals("killed");
    }
}
