package org.tributary.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a cell of a text file at the place where it stands between its neighbours, if it is a number without spaces,
 * quotes or leading zeros, or a text of ASCII characters without quotes or spaces around; everything else is left to
 * the slower way, which decides the same for what both read.
 *
 * <p>Up to eight digits are read at once as one word, without a branch for their number; up to 2 to the power of 53 and
 * ten to the power of 22 or -22, mantissa and power of ten are both exact doubles, so that their product or quotient is
 * the nearest one (Clinger, How to read floating point numbers accurately, 1990). Not thread safe: it keeps the number
 * that it read last.
 */
public final class PlainCells {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_CHARACTERS = 1 << 16;
    private static final long EXACT = 1L << 53;
    private static final int LONGEST_EXPONENT = 4;
    private static final double[] TENS = new double[23];
    private static final long[] WHOLE_TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    static {
        double ten = 1;
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = ten;
            ten *= 10;
        }
    }

    private final byte[] utf8;
    private final ByteBuffer words;
    private final byte delimiter;
    private final byte decimal;
    private final int quote;
    private final int longestMissing;
    private double value;
    private long whole;
    private int exponent;

    private PlainCells(byte[] utf8, byte delimiter, byte decimal, int quote, int longestMissing) {
        this.utf8 = utf8;
        this.words = ByteBuffer.wrap(utf8).order(ByteOrder.LITTLE_ENDIAN);
        this.delimiter = delimiter;
        this.decimal = decimal;
        this.quote = quote;
        this.longestMissing = longestMissing;
    }

    /**
     * Reads cells that a delimiter, a CR or an LF ends.
     *
     * @param utf8 the text, with eight bytes behind the last cell that is asked for; not copied
     * @param delimiter an ASCII character that is no part of a number
     * @param decimal the ASCII character between whole part and fraction; where it is the delimiter, fractions are not plain
     * @param quote the ASCII character that no plain text begins with; negative for none
     * @param longestMissing the length of the longest text that stands for a missing value, at least 0: plain text is longer
     */
    public static PlainCells in(byte[] utf8, char delimiter, char decimal, int quote, int longestMissing) {
        return new PlainCells(utf8, (byte) delimiter, (byte) decimal, quote, longestMissing);
    }

    byte[] utf8() {
        return utf8;
    }

    /** Gives where a text ends, or -1 if it is not plain. */
    int textEnd(int at) {
        if (utf8[at] == quote || Spaces.isSpace(utf8[at])) {
            return -1;
        }
        int end = at;
        int odd = 0;
        while (!ends(utf8[end])) {
            // Negative for NUL and for what is not ASCII.
            odd |= utf8[end++] - 1;
        }
        boolean usual = odd >= 0 && end - at > longestMissing && end - at <= MOST_CHARACTERS;
        return usual && !Spaces.isSpace(utf8[end - 1]) ? end : -1;
    }

    double value() {
        return value;
    }

    long whole() {
        return whole;
    }

    /** Reads a decimal number; gives where it ends, or -1 if it is not plain. */
    int readDecimal(int at) {
        long sign = sign(utf8[at]);
        int start = at + (int) (sign >>> 63);
        int end = wholePart(start);
        int digits = end - start;
        if (digits == 0 || (digits > 1 && utf8[start] == '0')) {
            return -1;
        }
        int decimals = 0;
        if (utf8[end] == decimal && decimal != delimiter) {
            int point = end;
            end = digits(point + 1, whole);
            decimals = end - point - 1;
        }
        exponent = 0;
        if (!ends(utf8[end])) {
            end = exponent(end);
        }
        return end > 0 && digits + decimals <= MOST_DIGITS ? decide(at, end, exponent - decimals, sign) : -1;
    }

    /** Reads what is behind the digits as an exponent; gives where it ends, or -1 if it is none or does not end there. */
    private int exponent(int at) {
        boolean minus = utf8[at + 1] == '-';
        int start = minus || utf8[at + 1] == '+' ? at + 2 : at + 1;
        int end = start;
        while (end - start < LONGEST_EXPONENT && isDigit(utf8[end])) {
            exponent = 10 * exponent + utf8[end++] - '0';
        }
        exponent = minus ? -exponent : exponent;
        boolean marked = utf8[at] == 'e' || utf8[at] == 'E';
        return marked && end > start && ends(utf8[end]) ? end : -1;
    }

    /** Digit by digit: most numbers have few before the point. */
    private int wholePart(int start) {
        long read = 0;
        int at = start;
        while (isDigit(utf8[at])) {
            read = read * 10 + utf8[at++] - '0';
        }
        whole = read;
        return at;
    }

    private int decide(int at, int end, int power, long sign) {
        if (whole <= EXACT && Math.abs(power) < TENS.length) {
            double unsigned = power < 0 ? whole / TENS[-power] : whole * TENS[power];
            value = Double.longBitsToDouble(Double.doubleToRawLongBits(unsigned) | sign);
            return end;
        }
        return decimal == '.' ? parse(at, end) : -1;
    }

    private int parse(int at, int end) {
        value = JavaDoubleParser.parseDouble(utf8, at, end - at);
        return Double.isInfinite(value) ? -1 : end;
    }

    /** Reads a whole number; gives where it ends, or -1 if it is not plain. */
    int readWhole(int at) {
        long sign = sign(utf8[at]);
        int start = at + (int) (sign >>> 63);
        int end = digits(start, 0);
        int digits = end - start;
        boolean zeroFirst = digits > 0 && utf8[start] == '0' && (digits > 1 || sign != 0);
        if (digits == 0 || digits > MOST_DIGITS || zeroFirst || !ends(utf8[end])) {
            return -1;
        }
        whole = sign == 0 ? whole : -whole;
        return end;
    }

    /** The highest bit for a minus, 0 for a digit: without a branch, since whether a number is negative cannot be foreseen. */
    private static long sign(byte first) {
        return (long) (('-' ^ first) - 1) & Long.MIN_VALUE;
    }

    private boolean ends(byte next) {
        return next == delimiter || next == '\n' || next == '\r';
    }

    /** Goes on with a number that begins with these digits, as {@link #whole}, to the first byte that is none. */
    private int digits(int from, long before) {
        long read = before;
        int at = from;
        do {
            long word = words.getLong(at);
            int count = Long.numberOfTrailingZeros(others(word)) >>> 3;
            long shifted = word << (64 - 8 * count);
            // A shift by 64 is one by 0: without a digit there is nothing to keep.
            read = read * WHOLE_TENS[count] + eight(shifted & ((long) -count >> 63));
            at += count;
        } while (isDigit(utf8[at]));
        whole = read;
        return at;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** The highest bit of each byte that is no digit; exact up to and with the first such byte, counted from the lowest. */
    private static long others(long word) {
        long flipped = word ^ 0x3030303030303030L;
        return (flipped | (flipped + 0x7676767676767676L)) & 0x8080808080808080L;
    }

    /**
     * The number that eight digits are, the first one in the lowest byte: pairs, then fours, then all are joined. Zero bytes
     * are leading zeros.
     */
    private static long eight(long digits) {
        long pairs = ((digits & 0x0F0F0F0F0F0F0F0FL) * 2561) >>> 8;
        long fours = ((pairs & 0x00FF00FF00FF00FFL) * 6553601) >>> 16;
        return ((fours & 0x0000FFFF0000FFFFL) * 42949672960001L) >>> 32;
    }
}
