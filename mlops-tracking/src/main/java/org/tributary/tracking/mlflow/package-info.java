/** Look here to record runs where {@code mlflow ui} shows them: MLflow's own SQLite database and its artifact folders. */
@NullMarked
package org.tributary.tracking.mlflow;

import org.jspecify.annotations.NullMarked;
