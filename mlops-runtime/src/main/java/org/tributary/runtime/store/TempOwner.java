package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that a temporary file belongs to, readable from the file's name.
 *
 * @param host 8 hexadecimal digits that differ between machines and between containers on one machine
 * @param pid process id
 * @param started start of the process in milliseconds since 1970; 0 if the system does not tell
 */
record TempOwner(String host, long pid, long started) {
    private static final Pattern NAME = Pattern.compile("~([0-9a-f]{8})-([0-9]{1,18})-([0-9]{1,18})-[0-9]+");
    // The start is computed from the wall clock, which may have been corrected since.
    private static final long TOLERANCE = Duration.ofSeconds(10).toMillis();
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path PROCESS_SPACE = Path.of("/proc/self/ns/pid");

    /** This process. */
    static TempOwner current() {
        return Current.OWNER;
    }

    /** Found out once, when it is first needed: it takes half a millisecond. */
    private static final class Current {
        private static final TempOwner OWNER = find();
    }

    private static TempOwner find() {
        ProcessHandle self = ProcessHandle.current();
        return new TempOwner(currentHost(), self.pid(), startOf(self));
    }

    /** The owner that a temporary file's name tells, or empty if it is not such a name. */
    static Optional<TempOwner> ofName(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long pid = Long.parseLong(matcher.group(2));
        long started = Long.parseLong(matcher.group(3));
        return Optional.of(new TempOwner(matcher.group(1), pid, started));
    }

    /** The name of this owner's temporary file of that number. */
    String fileName(long number) {
        return "~" + host + "-" + pid + "-" + started + "-" + number;
    }

    /** Whether this owner is a process that runs now; says nothing about owners on other hosts. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(found -> started(found))
                .isPresent();
    }

    private boolean started(ProcessHandle found) {
        long start = startOf(found);
        return start == 0 || started == 0 || Math.abs(start - started) <= TOLERANCE;
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String currentHost() {
        return Sha256.hex(hostName() + "\n" + processSpace()).substring(0, 8);
    }

    // Asking the resolver instead can take seconds on a badly configured machine.
    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException notLinux) {
            return System.getenv().getOrDefault("COMPUTERNAME", System.getenv().getOrDefault("HOSTNAME", ""));
        }
    }

    // Containers number their processes from 1 each, and may share a volume.
    private static String processSpace() {
        try {
            return Files.readSymbolicLink(PROCESS_SPACE).toString();
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "";
        }
    }
}
