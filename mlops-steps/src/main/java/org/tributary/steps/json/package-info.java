/**
 * How the files of a saved model are written and read as JSON: look here when such a file must change. Internal to the steps.
 */
@NullMarked
package org.tributary.steps.json;

import org.jspecify.annotations.NullMarked;
