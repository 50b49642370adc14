package org.tributary.steps.prepare;

import org.tributary.table.Column;
import org.tributary.table.Table;
import org.tributary.table.TableProfile;

/**
 * The training part, ready for a trainer.
 *
 * <p>The inputs stay as they are in the table, which takes less room than one column for each category; {@link #features}
 * gives the finished numbers.
 *
 * @param preparation what was learnt from these rows
 * @param inputs the columns that the preparation takes in
 * @param target the target column alone, untouched; no value is missing
 * @param profile what the training part looked like, inputs and target
 */
public record Prepared(Preparation preparation, Table inputs, Table target, TableProfile profile) {

    /** The finished numbers of each row. */
    public Features features() {
        return preparation.apply(inputs);
    }

    /** The target column. */
    public Column labels() {
        return target.column(preparation.target());
    }
}
