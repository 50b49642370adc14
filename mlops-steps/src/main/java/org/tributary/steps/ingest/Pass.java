package org.tributary.steps.ingest;

import java.util.List;

/** What one reading of the file is for. */
interface Pass {

    /** The columns to fill, one for each name of the header. */
    List<CsvColumn> columns(List<String> names);
}
