package org.tributary.runtime.picture;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them: three figures and a unit. */
final class TimeText {

    private TimeText() {}

    static String of(Duration time) {
        double millis = time.getSeconds() * 1e3 + time.getNano() / 1e6;
        if (millis < 999.5) {
            return String.format(Locale.ROOT, millis < 9.95 ? "%.1f ms" : "%.0f ms", millis);
        }
        long seconds = Math.round(millis / 1e3);
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
