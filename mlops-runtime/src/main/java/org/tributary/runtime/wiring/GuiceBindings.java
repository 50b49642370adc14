package org.tributary.runtime.wiring;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tributary.cache.Codec;
import org.tributary.cache.FolderFormat;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.StepFactory;

/** What an application bound one by one, as an extension. */
final class GuiceBindings implements Extension {

    private final Map<String, StepFactory<?>> steps;
    private final List<Codec<?>> codecs;
    private final List<FolderFormat<?>> folderFormats;

    @Inject
    GuiceBindings(Map<String, StepFactory<?>> steps, Set<Codec<?>> codecs, Set<FolderFormat<?>> folderFormats) {
        this.steps = steps;
        this.codecs = List.copyOf(codecs);
        this.folderFormats = List.copyOf(folderFormats);
    }

    @Override
    public Map<String, StepFactory<?>> steps() {
        return steps;
    }

    @Override
    public List<Codec<?>> codecs() {
        return codecs;
    }

    @Override
    public List<FolderFormat<?>> folderFormats() {
        return folderFormats;
    }
}
