/** Faults with real processes and a shim below their file operations: what "make faults" runs; look in conformance/faults first. */
@NullMarked
package org.tributary.runtime.faults;

import org.jspecify.annotations.NullMarked;
