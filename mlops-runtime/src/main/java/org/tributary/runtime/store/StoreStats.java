package org.tributary.runtime.store;

/**
 * What a store holds at one moment; other processes may change it meanwhile.
 *
 * @param objects number of object files
 * @param results number of result files
 * @param bytes length of both together, in bytes
 */
public record StoreStats(long objects, long results, long bytes) {}
