package org.tributary.runtime.picture;

import java.text.Normalizer;

/**
 * How wide text is, and how to make it fit.
 *
 * <p>The viewer's font is not known, so widths are those of DejaVu Sans Bold, one of the widest fonts that browsers choose for
 * {@code sans-serif}; in another, text leaves more room. A character of no Latin letter counts as wider than most are.
 */
final class TextFit {

    private static final String ELLIPSIS = "\u2026";
    private static final double UNKNOWN = 1.2;
    private static final int LONGEST_NOTE = 240;

    /** Thousandths of the font's size, from the blank to the tilde. */
    private static final int[] ASCII = {
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
        696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
        1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
        733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
        500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
        716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838
    };

    private TextFit() {}

    /** The width of a text on one line, in units of the font's size. */
    static double width(String text, double fontSize) {
        return text.codePoints().mapToDouble(TextFit::width).sum() * fontSize;
    }

    /** Whether the width is known well enough to leave the drawing of a text to the viewer. */
    static boolean isSure(String text) {
        return text.codePoints().allMatch(character -> isAscii(base(character)));
    }

    /** The text, or its start and its end where it is wider than allowed. */
    static String shorten(String text, double fontSize, double most) {
        if (width(text, fontSize) <= most) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        double room = most - width(ELLIPSIS, fontSize);
        int head = 0;
        int tail = characters.length;
        while (head < tail) {
            boolean atHead = head <= 2 * (characters.length - tail);
            double next = width(characters[atHead ? head : tail - 1]) * fontSize;
            if (next > room) {
                break;
            }
            room -= next;
            head += atHead ? 1 : 0;
            tail -= atHead ? 0 : 1;
        }
        return new String(characters, 0, head) + ELLIPSIS + new String(characters, tail, characters.length - tail);
    }

    /** The text, or as much of its start as a tooltip can show. */
    static String note(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NOTE)) + ELLIPSIS;
    }

    private static double width(int character) {
        int base = base(character);
        return isAscii(base) ? ASCII[base - ' '] / 1000.0 : UNKNOWN;
    }

    /** A letter without its accents. */
    private static int base(int character) {
        if (character < 0x7F) {
            return character;
        }
        return switch (character) {
            case '\u2026', '\u2192' -> 'W';
            case '\u0131' -> 'i';
            default ->
                Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                        .codePointAt(0);
        };
    }

    private static boolean isAscii(int character) {
        return character >= ' ' && character <= '~';
    }
}
