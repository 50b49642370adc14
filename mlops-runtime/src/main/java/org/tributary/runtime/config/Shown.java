package org.tributary.runtime.config;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form that given texts take in messages: quoted, on one line, and short. */
final class Shown {

    private static final int LONGEST = 60;
    private static final int MOST = 20;

    private Shown() {}

    static String quoted(String text) {
        return "\"" + cut(text, LONGEST) + "\"";
    }

    static String cut(String text, int longest) {
        String start = text.length() <= longest ? text : text.substring(0, longest) + "...";
        return start.chars()
                .mapToObj(c -> Character.isISOControl(c) ? " " : Character.toString(c))
                .collect(Collectors.joining());
    }

    static String names(Collection<String> names) {
        String shown = names.stream().limit(MOST).map(Shown::quoted).collect(Collectors.joining(", "));
        return names.size() <= MOST ? shown : shown + " and " + (names.size() - MOST) + " more";
    }

    /** Names in a row, the middle left out if they are many. */
    static String chain(List<String> names) {
        List<String> shown = names.size() <= MOST
                ? names
                : Stream.of(names.subList(0, MOST - 1), List.of("..."), names.subList(names.size() - 1, names.size()))
                        .flatMap(List::stream)
                        .toList();
        return shown.stream().map(name -> cut(name, LONGEST)).collect(Collectors.joining(" -> "));
    }

    /** A number without a needless decimal point. */
    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
