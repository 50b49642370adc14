/** Reading tables from outside. Look here for how a CSV file or JSON lines are read, typed and refused. */
@NullMarked
package org.tributary.steps.ingest;

import org.jspecify.annotations.NullMarked;
