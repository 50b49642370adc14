/** Look here to read data that DVC tracks: pointer files, the cache and remotes in local folders. */
@NullMarked
package org.tributary.tracking.dvc;

import org.jspecify.annotations.NullMarked;
