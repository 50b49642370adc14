/** Look here to wire Tributary into an application with Guice. */
@NullMarked
package org.tributary.runtime.wiring;

import org.jspecify.annotations.NullMarked;
