package org.tributary.steps.split;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Numbers from 0 in an order that a seed says. */
final class Shuffled {
    private Shuffled() {}

    /** By Fisher and Yates, from the last one down. */
    static int[] upTo(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] numbers = IntStream.range(0, count).toArray();
        for (int i = count; i > 1; i--) {
            int other = random.nextInt(i);
            int number = numbers[other];
            numbers[other] = numbers[i - 1];
            numbers[i - 1] = number;
        }
        return numbers;
    }
}
