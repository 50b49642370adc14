package org.tributary.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tributary.pipeline.PipelineException;
import org.tributary.runtime.store.DirectoryStore;

/** The folder of a cache, as the commands take it. */
final class CacheFolder {

    static final String DEFAULT = ".mlops/cache";
    static final String HELP = "The folder of the cache (default: " + DEFAULT + ").";

    private CacheFolder() {}

    /** The store in a folder, which need not be there; its warnings are printed. */
    static DirectoryStore open(Path folder, Terminal terminal) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new PipelineException("[CLI_CACHE_NO_FOLDER] the cache is no folder: " + folder
                    + ". Give the folder that cache.dir of config.yml names.");
        }
        return DirectoryStore.open(folder, warning -> terminal.err().println("warning: " + warning));
    }
}
