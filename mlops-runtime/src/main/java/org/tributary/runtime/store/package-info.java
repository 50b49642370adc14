/**
 * The store of objects and results on disk; look here when an entry is kept, verified, lost or set aside.
 *
 * <p>Everything below {@code <root>/v1} may be deleted at any time: a missing or damaged file is a miss, never an error.
 */
@NullMarked
package org.tributary.runtime.store;

import org.jspecify.annotations.NullMarked;
