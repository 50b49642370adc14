package org.tributary.pipeline;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one setting of a step: a component of its record.
 *
 * <p>The reference page prints it and the configuration reader checks ranges by it, with file, line and column. It is no part
 * of a step's key: only values are. The canonical constructor still checks, because Java code calls it too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** What the setting does, in one sentence. */
    String doc() default "";

    /** The unit of the value, such as {@code "s"} or {@code "rows"}; empty for none. */
    String unit() default "";

    /** The least value that is allowed, itself included; no limit by default. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value that is allowed, itself included; no limit by default. */
    double max() default Double.POSITIVE_INFINITY;

    /**
     * Whether the components of this value stand at the step's own level in configuration, params and error paths, as
     * {@code train.epochs} for {@code Train(Trainer trainer)}. At most one component of a step may say so.
     */
    boolean inline() default false;
}
