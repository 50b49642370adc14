/** Cleaning that needs no fitting: each operation looks at the table at hand alone. Look here to add one of your own. */
@NullMarked
package org.tributary.steps.clean;

import org.jspecify.annotations.NullMarked;
