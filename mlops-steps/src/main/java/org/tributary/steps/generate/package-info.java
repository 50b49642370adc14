/** Tables made from formulas. Look here for data to try a pipeline with, whose best reachable result is known. */
@NullMarked
package org.tributary.steps.generate;

import org.jspecify.annotations.NullMarked;
