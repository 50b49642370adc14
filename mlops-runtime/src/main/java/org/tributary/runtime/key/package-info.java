/** Look here for what identifies a step: the fingerprint of its code and the canonical form of its settings. */
@NullMarked
package org.tributary.runtime.key;

import org.jspecify.annotations.NullMarked;
