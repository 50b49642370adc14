/** Look here to name the files that a step reads from outside, and to version them. */
@NullMarked
package org.tributary.data;

import org.jspecify.annotations.NullMarked;
