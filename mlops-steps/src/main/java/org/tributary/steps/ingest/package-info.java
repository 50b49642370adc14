/** Reading tables from outside. Look here for how CSV files, JSON lines, Parquet files and queries are read, typed and refused. */
@NullMarked
package org.tributary.steps.ingest;

import org.jspecify.annotations.NullMarked;
