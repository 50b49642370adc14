package org.tributary.runtime.engine;

import java.util.Map;
import org.tributary.runtime.key.CanonicalBytes;
import org.tributary.runtime.key.FileStamp;

/**
 * The key of a step in one run.
 *
 * @param key its digest
 * @param parts what it is made of
 * @param files the state of each file when it was digested, by path
 */
record StepKey(String key, KeyParts parts, Map<String, FileStamp> files) {

    /** The key of a result that holds for one name of the step only. */
    String named(String step) {
        return new CanonicalBytes().text("named-key/1").text(key).text(step).digest();
    }
}
