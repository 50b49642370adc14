/**
 * The trained model: predicting, and keeping it as bytes or as a folder that is checked before it is believed. Look here when
 * a model is used, saved or loaded.
 */
@NullMarked
package org.tributary.steps.model;

import org.jspecify.annotations.NullMarked;
