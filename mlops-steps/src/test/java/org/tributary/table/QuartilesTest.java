package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartilesTest {

    @Test
    void of_positionsOnValues_areThese() {
        assertThat(Quartiles.of(new double[] {1, 2, 3, 4, 5})).isEqualTo(new Quartiles(2, 4));
    }

    @Test
    void of_positionsBetweenValues_areLinearBetweenThem() {
        assertThat(Quartiles.of(new double[] {0, 10, 20, 40})).isEqualTo(new Quartiles(7.5, 25));
        assertThat(Quartiles.of(new double[] {0, 10, 20, 40}).range()).isEqualTo(17.5);
    }

    @Test
    void of_oneValue_isTwiceIt() {
        assertThat(Quartiles.of(new double[] {-3})).isEqualTo(new Quartiles(-3, -3));
    }

    @Test
    void of_anyOrder_isThatOfTheSortedNumbers() {
        double[] numbers = {20, -1, 7, 40, 0, 10};
        assertThat(Quartiles.of(numbers)).isEqualTo(new Quartiles(1.75, 17.5));
        assertThat(numbers).containsExactly(20, -1, 7, 40, 0, 10);
    }
}
