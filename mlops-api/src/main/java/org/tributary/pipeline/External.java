package org.tributary.pipeline;

import java.util.List;
import java.util.Optional;
import org.tributary.data.DataInput;

/** What the four kinds of step have in common: the data they read from outside, and their settings. */
interface External {

    /**
     * The files and versions that this step reads besides its inputs; their content is part of the step's key.
     *
     * <p>Called by the runner before each run, so a glob is expanded anew each time. Never null; empty by default.
     */
    default List<DataInput> inputs() {
        return List.of();
    }

    /**
     * The settings of this step: the step itself if it is a record, otherwise nothing.
     *
     * <p>A step that holds collaborators (a client, a data source) is a class and gives the record it was made from. A
     * step without settings is not cached, because nothing tells two of its instances apart.
     */
    default Optional<Record> settings() {
        return this instanceof Record record ? Optional.of(record) : Optional.empty();
    }
}
