package org.tributary.steps.model;

import java.util.Map;

/**
 * The label that a model finds most probable.
 *
 * @param label the label, as the target column had it
 * @param probability that of this label, from 0 to 1
 * @param scores the probability of each label by its name, in alphabetical order; they add up to 1
 */
public record Classification(String label, double probability, Map<String, Double> scores) implements Prediction {}
