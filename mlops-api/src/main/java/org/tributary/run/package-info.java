/** Look here to run a pipeline and to read what happened: the runner, its options, its report and its listeners. */
@NullMarked
package org.tributary.run;

import org.jspecify.annotations.NullMarked;
