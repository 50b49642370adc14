/**
 * How good a model is on rows that it has not seen. Look here when a figure is to be understood or added.
 */
@NullMarked
package org.tributary.steps.evaluate;

import org.jspecify.annotations.NullMarked;
