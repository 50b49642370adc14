package org.tributary.steps.ingest;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;

/** Finds what may be a password in the messages of drivers. */
final class Secrets {
    private static final Pattern ADDRESS = Pattern.compile("jdbc:[^\\s\"']+");
    private static final Pattern USER = Pattern.compile("//[^/\\s@]*@");
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(password|passwd|pwd|secret|token|credentials?)(\\s*[=:]\\s*)[^\\s;&,]+");

    private Secrets() {}

    /** The same text with stars in the places of secrets. */
    static String hidden(String text) {
        String address = ADDRESS.matcher(text).replaceAll("jdbc:***");
        return NAMED.matcher(USER.matcher(address).replaceAll("//***@")).replaceAll("$1$2***");
    }

    /** Whether the exception, its causes or the exceptions beside it tell a secret. */
    static boolean isIn(Throwable e) {
        StringWriter all = new StringWriter();
        e.printStackTrace(new PrintWriter(all));
        return !hidden(all.toString()).equals(all.toString());
    }
}
