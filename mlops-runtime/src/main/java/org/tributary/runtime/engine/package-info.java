/** Look here for how a pipeline is run: the local runner, keys and code fingerprints, attempts, outcomes and the report. */
@NullMarked
package org.tributary.runtime.engine;

import org.jspecify.annotations.NullMarked;
