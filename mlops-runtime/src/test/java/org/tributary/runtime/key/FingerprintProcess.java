package org.tributary.runtime.key;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A process that fingerprints a class of its class path; arguments: the file to keep fingerprints in, and the class. */
final class FingerprintProcess {

    private FingerprintProcess() {}

    /** Prints the digest. */
    public static void main(String[] arguments) throws Exception {
        // Jars that a test has just written are settled for a clock that is ahead.
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        CodeFingerprints fingerprints = CodeFingerprints.of(OwnCode.unlisted(), Path.of(arguments[0]), clock);
        KeyPart<CodeFingerprint> found = fingerprints.of(Class.forName(arguments[1]), List.of());
        System.out.println(found.value().orElseThrow().digest());
        fingerprints.save();
    }
}
