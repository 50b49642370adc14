package org.tributary.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.PipelineException;
import org.tributary.tracking.RunStatus;
import org.tributary.tracking.TrackedRun;

/** What is said when the database cannot be written, each provoked in SQLite itself. */
class SqliteTroubleTest {

    @TempDir
    Path folder;

    private Path database() {
        return folder.resolve("mlflow.db");
    }

    private SqliteTracker tracker(String... pragmas) {
        return SqliteTracker.of(Trackers.settings(folder), file -> {
            Connection connection = Connector.jdbc().open(file);
            for (String pragma : pragmas) {
                Connector.execute(connection, "PRAGMA " + pragma);
            }
            return connection;
        });
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(SqliteTracker tracker) {
        return assertThatThrownBy(() -> tracker.start("demo", "run")).isInstanceOf(PipelineException.class);
    }

    @Test
    void start_textFile_isForeignAndStaysAsItIs() throws Exception {
        Files.writeString(database(), "no database, but long enough to be looked at: ".repeat(30));
        byte[] before = Files.readAllBytes(database());
        assertRefused(tracker())
                .hasMessage("[MLFLOW_FOREIGN_FILE] " + database() + " is no MLflow database: it is not a SQLite file."
                        + " Nothing was changed. Track into another file, or move this one away.");
        assertThat(database()).hasBinaryContent(before);
    }

    @Test
    void start_otherDatabase_isForeignAndStaysAsItIs() throws Exception {
        Db.execute(database(), "CREATE TABLE experiments (a)");
        byte[] before = Files.readAllBytes(database());
        assertRefused(tracker())
                .hasMessage("[MLFLOW_FOREIGN_FILE] " + database() + " is no MLflow database: it has no table"
                        + " \"alembic_version\". Nothing was changed. Track into another file, or move this one away.");
        assertThat(database()).hasBinaryContent(before);
    }

    @Test
    void start_missingColumn_isOlder() throws Exception {
        Db.load(database(), "golden-2.22.sql");
        Db.execute(database(), "ALTER TABLE metrics RENAME COLUMN is_nan TO other");
        assertRefused(tracker())
                .hasMessage(
                        "[MLFLOW_OLD_LAYOUT] the MLflow database " + database() + " has no column metrics.is_nan: it is"
                                + " older than MLflow 2.22. Nothing was changed. Run \"mlflow db upgrade sqlite:///"
                                + database()
                                + "\" with MLflow 2.22 or newer, or track into another file.");
    }

    @Test
    void start_missingTable_isOlder() throws Exception {
        Db.load(database(), "golden-2.22.sql");
        Db.execute(database(), "DROP TABLE input_tags");
        assertRefused(tracker()).hasMessageContaining("has no column input_tags.input_uuid");
    }

    @Test
    void start_columnThatNeedsAValue_isNewer() throws Exception {
        Db.load(database(), "golden-2.22.sql");
        Db.execute(
                database(),
                "DROP TABLE input_tags",
                "CREATE TABLE input_tags (input_uuid, name, value, fine TEXT NOT NULL DEFAULT 'x', owner TEXT NOT NULL)");
        assertRefused(tracker())
                .hasMessage("[MLFLOW_NEW_LAYOUT] the MLflow database " + database()
                        + " needs a value for column input_tags.owner, which only a newer MLflow knows. Nothing was changed."
                        + " Track into another file, or use a newer Tributary.");
    }

    @Test
    void tag_columnAddedMeanwhile_isNoticed() throws Exception {
        TrackedRun run = tracker().start("demo", "run");
        Db.execute(database(), "DROP TABLE tags", "CREATE TABLE tags (key, value, run_uuid, owner TEXT NOT NULL)");
        assertThatThrownBy(() -> run.tag("a", "b")).hasMessageContaining("needs a value for column tags.owner");
        Db.execute(database(), "DROP TABLE tags", "CREATE TABLE tags (key, value, run_uuid, owner TEXT)");
        run.tag("a", "b");
        assertThat(Db.rows(database(), "SELECT key FROM tags")).containsExactly("a");
    }

    @Test
    void start_readOnly_saysWhatToAllow() {
        tracker().start("demo", "first");
        assertRefused(tracker("query_only = ON"))
                .hasMessage("[MLFLOW_READ_ONLY] the MLflow database " + database()
                        + " cannot be written. Allow this user to write the file and its folder, or track into another"
                        + " file.");
    }

    @Test
    void start_diskFull_leavesNothingHalf() throws Exception {
        assertRefused(tracker("max_page_count = 5"))
                .hasMessage("[MLFLOW_DISK_FULL] there is no room left to write the MLflow database " + database()
                        + ". Free space there, or track into a file on another disk.");
        tracker().start("demo", "later").end(RunStatus.FINISHED);
        assertThat(Db.rows(database(), "SELECT name FROM runs")).containsExactly("later");
    }

    @Test
    void tag_diskFull_worksAgainWithRoom() throws Exception {
        tracker().start("demo", "first");
        int pages = Integer.parseInt(Db.rows(database(), "PRAGMA page_count").get(0)) + 1;
        TrackedRun run = SqliteTracker.of(Trackers.settings(folder).withIds(() -> "e".repeat(32)), file -> {
                    Connection connection = Connector.jdbc().open(file);
                    Connector.execute(connection, "PRAGMA max_page_count = " + pages);
                    return connection;
                })
                .start("demo", "second");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        run.tag("big" + i, "x".repeat(8_000));
                    }
                })
                .hasMessageStartingWith("[MLFLOW_DISK_FULL]");
        Db.execute(database(), "DELETE FROM tags WHERE key LIKE 'big%'");
        run.tag("small", "y");
        run.end(RunStatus.FINISHED);
        assertThat(Db.rows(database(), "SELECT status FROM runs WHERE name = 'second'"))
                .containsExactly("FINISHED");
        assertThat(Db.rows(database(), "PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void start_lockedByAnother_saysSoAndWorksLater() throws Exception {
        SqliteTracker tracker = tracker("busy_timeout = 20");
        TrackedRun run = tracker.start("demo", "run");
        try (Connection other = Db.open(database())) {
            Connector.execute(other, "BEGIN IMMEDIATE");
            assertThatThrownBy(() -> run.tag("a", "b"))
                    .hasMessage("[MLFLOW_BUSY] another program keeps the MLflow database " + database()
                            + " locked. End the program that holds a transaction open, or track into another file.");
            Connector.execute(other, "ROLLBACK");
        }
        run.tag("a", "b");
        assertThat(Db.rows(database(), "SELECT value FROM tags WHERE key = 'a'"))
                .containsExactly("b");
    }

    @Test
    void tag_readerInTheWay_waitsAtCommit() throws Exception {
        TrackedRun run = tracker("busy_timeout = 20").start("demo", "run");
        try (Connection other = Db.open(database())) {
            Connector.execute(other, "BEGIN");
            try (var rows = other.createStatement().executeQuery("SELECT * FROM tags")) {
                rows.next();
                assertThatThrownBy(() -> run.tag("a", "b")).hasMessageStartingWith("[MLFLOW_BUSY]");
            }
            Connector.execute(other, "COMMIT");
        }
        run.tag("c", "d");
        assertThat(Db.rows(database(), "SELECT key FROM tags WHERE key IN ('a', 'c')"))
                .containsExactly("c");
    }

    @Test
    void start_folderInPlaceOfFile_cannotBeOpened() throws Exception {
        Files.createDirectory(database());
        assertRefused(tracker())
                .hasMessage(
                        "[MLFLOW_CANNOT_OPEN] the MLflow database " + database()
                                + " cannot be opened or made. Check that its folder exists and that this user may write there.");
    }

    @Test
    void start_fileInPlaceOfFolder_cannotBeOpened() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        SqliteTracker tracker = SqliteTracker.of(SqliteSettings.of(file.resolve("mlflow.db")));
        assertRefused(tracker)
                .hasMessageStartingWith("[MLFLOW_CANNOT_OPEN] the MLflow database " + file + "/mlflow.db");
    }

    @Test
    void tag_damagedFile_saysSo() throws Exception {
        TrackedRun run = tracker().start("demo", "run");
        byte[] bytes = Files.readAllBytes(database());
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.write(damaged.resolve("mlflow.db"), bytes);
        assertRefused(Trackers.in(damaged))
                .hasMessage("[MLFLOW_DAMAGED] the MLflow database " + damaged.resolve("mlflow.db")
                        + " is damaged. Restore it from a copy, or move it away so that a new one is made.");
        run.end(RunStatus.FINISHED);
    }

    @Test
    void start_emptyFile_isAsNoFile() throws Exception {
        Files.createFile(database());
        tracker().start("demo", "run");
        assertThat(Db.rows(database(), "SELECT name FROM runs")).containsExactly("run");
    }
}
