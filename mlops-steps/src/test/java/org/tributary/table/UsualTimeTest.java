package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UsualTimeTest {
    private static final long LEAST = TimeColumn.micros(LocalDateTime.of(0, 1, 1, 0, 0)) / 1_000_000;
    private static final long GREATEST = TimeColumn.micros(LocalDateTime.of(9999, 12, 31, 23, 59)) / 1_000_000;

    @Test
    void micros_randomTimes_areThoseOfJava() {
        long seed = 3;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            LocalDateTime time = TimeColumn.dateTimeOf(random.nextLong(LEAST, GREATEST) * 1_000_000);
            LocalDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
            String date = time.toLocalDate().toString();
            assertThat(micros(date))
                    .as("seed " + seed + " " + time)
                    .isEqualTo(micros(time.truncatedTo(ChronoUnit.DAYS)));
            assertThat(micros(date + "T" + minute.toLocalTime())).as(date).isEqualTo(micros(minute));
            String seconds = date + " " + minute.toLocalTime() + ":" + two(time.getSecond());
            assertThat(micros(seconds)).as(seconds).isEqualTo(micros(time));
            assertThat(micros(seconds + "Z")).as(seconds).isEqualTo(micros(time));
        }
    }

    @Test
    void micros_anyDay_isADateOnlyIfTheCalendarHasIt() {
        for (int year : new int[] {1900, 2000, 2019, 2020}) {
            for (int day = 0; day < 100 * 100; day++) {
                String text = year + "-" + two(day / 100) + "-" + two(day % 100);
                assertThat(micros(text)).as(text).isEqualTo(ofJava(text));
            }
        }
    }

    private static long ofJava(String date) {
        try {
            return micros(LocalDate.parse(date).atStartOfDay());
        } catch (DateTimeException none) {
            return UsualTime.OTHER;
        }
    }

    @Test
    void micros_otherWritings_areLeftToJava() {
        for (String text : new String[] {
            "2007-11-11Z",
            "2007-11-11T10",
            "2007-11-11T24:00",
            "2007-11-11T10:60",
            "2007-11-11T10:15:60",
            "2007-11-11T10.15",
            "2007-11-11T10:15.30",
            "2007-11-11_10:15",
            "2007-11-11T10:15:30.5",
            "2007-11-11T10:15+02:00",
            "2007/11/11",
            "2007-11/11",
            "2007-1x-11",
            "-007-11-11",
            "٢٠٠٧-11",
            "",
            "Z"
        }) {
            assertThat(micros(text)).as(text).isEqualTo(UsualTime.OTHER);
        }
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static long micros(LocalDateTime time) {
        return TimeColumn.micros(time);
    }

    private static long micros(String text) {
        byte[] bytes = ("x" + text + "x").getBytes(StandardCharsets.UTF_8);
        return UsualTime.micros(bytes, 1, bytes.length - 1);
    }
}
