package org.tributary.steps.prepare;

import org.tributary.table.ColumnType;

/**
 * A column that a preparation takes in, and so a model.
 *
 * @param name the name of the column
 * @param type what its values were in the training part; numbers and whole numbers stand in for each other
 */
public record InputColumn(String name, ColumnType type) {}
