package org.tributary.runtime.picture;

/** Text in XML 1.0: nothing in it is markup, and what XML cannot hold, or would turn text around, is U+FFFD. */
final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** Escapes text for content and for attributes in either kind of quotes. */
    static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(escaped, character));
        return escaped.toString();
    }

    /** Replaces what no document should hold: control characters, lone surrogates, and marks that turn text around. */
    static int harmless(int character) {
        boolean isText = character == '\n' || character == '\t' || (character >= ' ' && character != 0x7F);
        boolean isControl = character >= 0x80 && character < 0xA0;
        boolean isSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean isNoCharacter = (character & 0xFFFE) == 0xFFFE;
        boolean turns = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        return isText && !isControl && !isSurrogate && !isNoCharacter && !turns ? character : REPLACEMENT;
    }

    private static void append(StringBuilder escaped, int character) {
        switch (character) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(harmless(character));
        }
    }
}
