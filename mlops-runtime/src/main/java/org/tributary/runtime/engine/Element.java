package org.tributary.runtime.engine;

/**
 * One element of a map's list.
 *
 * @param value the element
 * @param template what stands for it among the steps
 * @param body what is done with it, with the settings of a trial
 */
record Element(HeldValue value, StepTemplate template, BodyPlan body) {}
