package org.tributary.runtime.store;

/**
 * A result file whose digest was right.
 *
 * @param key the key that it was stored under
 * @param body the bytes as given to {@link DirectoryStore#putResult}; the caller's own copy
 */
public record StoredResult(String key, byte[] body) {}
