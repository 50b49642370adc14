/** Look here to see how the values of steps become bytes: objects of codecs, and small documents that refer to them. */
@NullMarked
package org.tributary.runtime.value;

import org.jspecify.annotations.NullMarked;
