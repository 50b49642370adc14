package org.tributary.tracking.dvc;

import java.nio.file.Path;
import java.util.List;
import org.tributary.data.DataVersions;
import org.tributary.pipeline.Extension;

/** Verifies and pulls what DVC tracks in the repository of the working directory. <b>Threads:</b> immutable. */
public final class DvcExtension implements Extension {

    /** For {@link java.util.ServiceLoader}. */
    public DvcExtension() {}

    /** {@link DvcVersions#in} the working directory; finds nothing where there is no DVC repository. */
    @Override
    public List<DataVersions> dataVersions() {
        return List.of(DvcVersions.in(Path.of("")));
    }
}
