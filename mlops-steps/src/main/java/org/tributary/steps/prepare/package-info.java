/**
 * What is fitted on the training part before a trainer sees it: filling missing values, scaling, encoding categories. Look
 * here when a model needs a value in another form than the one the table holds.
 */
@NullMarked
package org.tributary.steps.prepare;

import org.jspecify.annotations.NullMarked;
