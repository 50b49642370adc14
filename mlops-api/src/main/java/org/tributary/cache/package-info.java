/** Look here to make a type storable: codecs for the cache, folder formats for exports, and where a value came from. */
@NullMarked
package org.tributary.cache;

import org.jspecify.annotations.NullMarked;
