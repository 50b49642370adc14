package org.tributary.steps.evaluate;

/**
 * How well one label is told from the others.
 *
 * @param label the label
 * @param precision how many of the rows that were given the label have it, from 0 to 1; 0 if none was given it
 * @param recall how many of the rows that have the label were given it, from 0 to 1; 0 if none has it
 * @param f1 the harmonic mean of the two; 0 if both are
 * @param support how many rows have the label
 */
public record ClassScore(String label, double precision, double recall, double f1, long support) {

    static ClassScore of(String label, long hits, long given, long support) {
        double precision = given == 0 ? 0 : (double) hits / given;
        double recall = support == 0 ? 0 : (double) hits / support;
        double f1 = given + support == 0 ? 0 : 2.0 * hits / (given + support);
        return new ClassScore(label, precision, recall, f1, support);
    }
}
