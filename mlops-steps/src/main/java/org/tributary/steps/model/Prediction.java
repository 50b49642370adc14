package org.tributary.steps.model;

/** What a model says about one row. */
public sealed interface Prediction permits Classification {}
