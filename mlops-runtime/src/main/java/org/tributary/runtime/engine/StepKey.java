package org.tributary.runtime.engine;

import java.util.Map;

/**
 * The key of a step in one run.
 *
 * @param key its digest
 * @param parts what it is made of
 * @param files the state of each file when it was digested, by path
 */
record StepKey(String key, KeyParts parts, Map<String, FileStamp> files) {}
