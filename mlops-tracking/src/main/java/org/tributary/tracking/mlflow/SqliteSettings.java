package org.tributary.tracking.mlflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where and as whom a {@link SqliteTracker} writes. <b>Threads:</b> immutable; the clock and the ids are asked by several threads.
 *
 * @param database the SQLite file, made with its folders when the first run starts
 * @param artifacts the folder below which new experiments keep their artifacts; an existing experiment keeps its own
 * @param user who is shown to have started the runs
 * @param source the program that is shown to have made the runs, without its folders
 * @param clock gives start and end times
 * @param ids gives ids of 32 lowercase hexadecimal digits that nobody gave before
 */
public record SqliteSettings(
        Path database, Path artifacts, String user, String source, Clock clock, Supplier<String> ids) {

    /** Makes the paths absolute. */
    public SqliteSettings {
        database = database.toAbsolutePath().normalize();
        artifacts = artifacts.toAbsolutePath().normalize();
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ids, "ids");
    }

    /**
     * What {@code mlflow ui} expects in the folder of the database: artifacts in {@code mlruns} beside it, the user of this
     * process, its main class as source, the system's clock and random ids.
     */
    public static SqliteSettings of(Path database) {
        return new SqliteSettings(
                database,
                database.toAbsolutePath().resolveSibling("mlruns"),
                System.getProperty("user.name", "unknown"),
                program(System.getProperty("sun.java.command", "java")),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString().replace("-", ""));
    }

    /** These settings with another folder for artifacts. */
    public SqliteSettings withArtifacts(Path other) {
        return new SqliteSettings(database, other, user, source, clock, ids);
    }

    /** These settings with another user. */
    public SqliteSettings withUser(String other) {
        return new SqliteSettings(database, artifacts, other, source, clock, ids);
    }

    /** These settings with another source. */
    public SqliteSettings withSource(String other) {
        return new SqliteSettings(database, artifacts, user, other, clock, ids);
    }

    /** These settings with another clock. */
    public SqliteSettings withClock(Clock other) {
        return new SqliteSettings(database, artifacts, user, source, other, ids);
    }

    /** These settings with other ids. */
    public SqliteSettings withIds(Supplier<String> other) {
        return new SqliteSettings(database, artifacts, user, source, clock, other);
    }

    /** A command line may hold secrets and home folders: only the name of the main class or jar is kept. */
    static String program(String command) {
        int blank = command.indexOf(' ');
        String main = (blank < 0 ? command : command.substring(0, blank)).replace('\\', '/');
        return main.substring(main.lastIndexOf('/') + 1);
    }
}
