package org.tributary.tracking.mlflow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Trackers whose clock and ids are known. */
final class Trackers {

    /** What the clock of {@link #settings} says. */
    static final Instant NOW = Instant.ofEpochMilli(1_795_555_247_291L);

    private Trackers() {}

    static SqliteSettings settings(Path folder) {
        return SqliteSettings.of(folder.resolve("mlflow.db"))
                .withUser("alice")
                .withSource("Train")
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                .withIds(ids());
    }

    static SqliteTracker in(Path folder) {
        return SqliteTracker.of(settings(folder));
    }

    /** 32 digits that count from 1. */
    static Supplier<String> ids() {
        AtomicInteger last = new AtomicInteger();
        return () -> String.format(Locale.ROOT, "%032x", last.incrementAndGet());
    }

    static Clock after(Duration time) {
        return Clock.fixed(NOW.plus(time), ZoneOffset.UTC);
    }
}
