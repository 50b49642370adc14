package org.tributary.table;

import java.time.Year;

/**
 * Reads times that are written in the most usual way, many times faster than {@code java.time} does: a date, or a date, a T or a
 * space, hours and minutes, perhaps seconds, and perhaps a Z.
 */
final class UsualTime {
    /** Says that it is no time, or one that is written in another way. */
    static final long OTHER = Long.MIN_VALUE;

    private static final int DATE = "2007-11-11".length();
    private static final int MINUTES = "2007-11-11T10:15".length();
    private static final int SECONDS = "2007-11-11T10:15:30".length();
    private static final long MICROS = 1_000_000;
    private static final long DAYS_TO_1970 = 719_528;
    /** Of a year, before each month, so that no month takes another way through the code than those before it. */
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private static final int[] LEAP_DAYS_BEFORE = {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366};

    private UsualTime() {}

    /** Microseconds since 1970-01-01T00:00, or {@link #OTHER}. */
    static long micros(byte[] text, int from, int to) {
        int length = to - from;
        if (length == DATE) {
            return seconds(text, from, 0);
        } else if (length > DATE && text[to - 1] == 'Z') {
            length--;
        }
        if (length != MINUTES && length != SECONDS) {
            return OTHER;
        }
        boolean apart = text[from + DATE] == 'T' || text[from + DATE] == ' ';
        return apart ? seconds(text, from, secondOfDay(text, from + DATE + 1, length == SECONDS)) : OTHER;
    }

    private static long seconds(byte[] text, int from, int ofDay) {
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        boolean valid = year >= 0 && month >= 1 && month <= 12 && day >= 1 && ofDay >= 0;
        if (!valid || text[from + 4] != '-' || text[from + 7] != '-') {
            return OTHER;
        }
        int[] daysBefore = Year.isLeap(year) ? LEAP_DAYS_BEFORE : DAYS_BEFORE;
        int ofYear = daysBefore[month - 1] + day;
        return ofYear <= daysBefore[month] ? ((daysBefore(year) + ofYear - 1) * 86_400 + ofDay) * MICROS : OTHER;
    }

    /** Since 1970-01-01; a year that 4 divides has a day more, but one that 100 and not 400 divides. */
    private static long daysBefore(int year) {
        return 365L * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400 - DAYS_TO_1970;
    }

    /** Negative if it is none. */
    private static int secondOfDay(byte[] text, int from, boolean withSeconds) {
        int hour = number(text, from, 2);
        int minute = number(text, from + 3, 2);
        int second = withSeconds ? number(text, from + 6, 2) : 0;
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        boolean apart = text[from + 2] == ':' && (!withSeconds || text[from + 5] == ':');
        return valid && apart ? hour * 3600 + minute * 60 + second : -1;
    }

    /** Negative if one of the characters is no digit. */
    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
