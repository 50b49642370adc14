package org.tributary.steps.model;

/** What kind of answer a model gives. */
public enum Task {
    /** One label of several, as a {@link Classification}. */
    CLASSIFICATION
}
