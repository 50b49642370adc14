package org.tributary.runtime.store;

/**
 * What the parts of one store share.
 *
 * @param files the file system
 * @param layout where things are
 * @param freshness until when an entry counts as in use
 * @param reader reads verified
 * @param writer writes whole files or nothing
 * @param temps names temporary files
 * @param quarantine takes damaged files
 */
record StoreParts(
        FileOperations files,
        StoreLayout layout,
        Freshness freshness,
        VerifiedReader reader,
        AtomicWriter writer,
        TempFiles temps,
        Quarantine quarantine) {
    static StoreParts of(StoreLayout layout, Surroundings surroundings, int memoryLimit) {
        FileOperations files = surroundings.files();
        TempFiles temps = new TempFiles(surroundings);
        StoreFolders folders = new StoreFolders(files, layout.root());
        return new StoreParts(
                files,
                layout,
                surroundings.freshness(),
                new VerifiedReader(files, memoryLimit),
                new AtomicWriter(files, folders, temps),
                temps,
                new Quarantine(files, folders, layout, surroundings.clock()));
    }
}
