/** Look here to test what you build with Tributary: a tester for pipelines, contracts for extensions, a clock, a context. */
@NullMarked
package org.tributary.testkit;

import org.jspecify.annotations.NullMarked;
