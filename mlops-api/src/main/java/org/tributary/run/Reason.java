package org.tributary.run;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why a step must run instead of being taken from the cache.
 *
 * @param kind which part of the key, or which rule
 * @param subject what changed, such as a class, a setting or an input; empty where the kind says it all
 * @param before the old value as text; empty where there is none to show
 * @param after the new value as text; empty where there is none to show
 */
public record Reason(Kind kind, String subject, String before, String after) {

    /** Which part of the key changed, or which rule applied. */
    public enum Kind {
        /** No result of this step is known. */
        NEVER_RAN("never ran"),
        /** A class that the step reaches. */
        CODE("code of"),
        /** A library that the step reaches. */
        LIBRARY("library"),
        /** A setting of the step. */
        SETTING("setting"),
        /** The value of an earlier step. */
        INPUT("input"),
        /** A file or version that the step reads. */
        DATA("data"),
        /** A key part of the step's options. */
        KEY_PART("key part"),
        /** The stored result is gone or damaged. */
        DAMAGED("entry damaged"),
        /** The stored result is older than its maximum age. */
        EXPIRED("older than"),
        /** Nothing can be cached for this step. */
        NOT_CACHEABLE("not cacheable:"),
        /** The run was told to compute it. */
        FORCED("forced"),
        /** The run computes every step to check it. */
        CHECKED("checked"),
        /** The run was told to use no cache. */
        CACHE_OFF("cache off");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final int MOST_JOINED = 5;

    /** Checks for nulls. */
    public Reason {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** A reason that names what changed, without values. */
    public static Reason of(Kind kind, String subject) {
        return new Reason(kind, subject, "", "");
    }

    /** A reason whose kind says it all. */
    public static Reason of(Kind kind) {
        return of(kind, "");
    }

    /** The first reasons in words, and how many more there are. */
    static String join(List<Reason> reasons) {
        String first = reasons.stream().limit(MOST_JOINED).map(Reason::toString).collect(Collectors.joining(", "));
        int more = reasons.size() - MOST_JOINED;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** The reason in words, such as {@code setting epochs 50 -> 7}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.words);
        if (!subject.isEmpty()) {
            text.append(' ').append(subject);
        }
        if (!before.isEmpty() || !after.isEmpty()) {
            text.append(' ').append(before).append(" -> ").append(after);
        }
        return text.toString();
    }
}
