/** What the tests of the steps share. */
@org.jspecify.annotations.NullMarked
package org.tributary.steps;
