package org.tributary.steps.clean;

import java.util.Locale;
import org.tributary.table.Table;

/**
 * One change to a table that needs nothing but the table: the same rows give the same result, in training and at
 * serving.
 *
 * <p>An operation is a record whose components are its settings. <b>Threads:</b> safe. <b>Failure:</b> a
 * {@link org.tributary.pipeline.PipelineException} that names the operation and the column.
 */
@FunctionalInterface
public interface CleanOperation {

    /** The changed table; the given one stays as it is. */
    Table apply(Table table);

    /** How metrics and messages call it: the class name in small letters, with hyphens. */
    default String label() {
        return getClass().isHidden()
                ? "operation"
                : getClass()
                        .getSimpleName()
                        .replaceAll("(?<=.)(?=\\p{Lu})", "-")
                        .toLowerCase(Locale.ROOT);
    }
}
