/** Look here to draw a pipeline, alone or with the states of a run: as SVG laid out by ourselves, as Mermaid or as DOT. */
@NullMarked
package org.tributary.runtime.picture;

import org.jspecify.annotations.NullMarked;
