/**
 * Training: the step, and the trainers that it takes. Look here when a model learns too slowly, or when another trainer is to
 * be plugged in.
 */
@NullMarked
package org.tributary.steps.train;

import org.jspecify.annotations.NullMarked;
