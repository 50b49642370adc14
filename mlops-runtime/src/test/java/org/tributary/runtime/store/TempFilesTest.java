package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TempFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final TempOwner SELF = new TempOwner("0123abcd", 17, 1000);
    private static final TempOwner RUNNING = new TempOwner("0123abcd", 18, 1000);
    private static final TempOwner DEAD = new TempOwner("0123abcd", 19, 1000);
    private static final TempOwner FOREIGN = new TempOwner("fedc4567", 19, 1000);

    @TempDir
    Path root;

    private void open() {
        Surroundings surroundings = new Surroundings(
                new DiskOperations(),
                SELF,
                owner -> owner.equals(SELF) || owner.equals(RUNNING),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Freshness.standard());
        DirectoryStore.open(root, surroundings, warning -> {});
    }

    private Path temp(String folder, String name, Duration age) throws IOException {
        Path in = Files.createDirectories(root.resolve(folder));
        Path file = Files.write(in.resolve(name), new byte[3]);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    @Test
    void open_tempOfDeadProcess_isRemovedInEachFolder() throws IOException {
        for (String folder : new String[] {"v1/objects/ab", "v1/results/00", "v1/latest", "v1/damaged"}) {
            Path temp = temp(folder, DEAD.fileName(3), Duration.ZERO);
            open();
            assertThat(temp).doesNotExist();
        }
    }

    @Test
    void open_tempOfLivingProcess_staysHoweverOld() throws IOException {
        Path own = temp("v1/objects/ab", SELF.fileName(0), Duration.ofDays(100));
        Path running = temp("v1/objects/ab", RUNNING.fileName(0), Duration.ofDays(100));
        open();
        assertThat(own).exists();
        assertThat(running).exists();
    }

    @Test
    void open_tempOfAnotherHost_goesAfterADay() throws IOException {
        Path fresh = temp("v1/objects/ab", FOREIGN.fileName(0), Duration.ofHours(24));
        Path old =
                temp("v1/objects/ab", FOREIGN.fileName(1), Duration.ofHours(24).plusSeconds(1));
        open();
        assertThat(fresh).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void open_tempNameOfAnotherVersion_goesAfterADay() throws IOException {
        Path fresh = temp("v1/latest", "~some-other-form", Duration.ofHours(1));
        Path old = temp("v1/latest", "~some-other-form-2", Duration.ofDays(2));
        open();
        assertThat(fresh).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void openAgain_tempOfDeadProcess_isLeftToTheNextOpen() throws IOException {
        String dead = new TempOwner(TempOwner.current().host(), 999_999_999L, 1000).fileName(1);
        Path temp = temp("v1/objects/ab", dead, Duration.ZERO);

        DirectoryStore.openAgain(root, warning -> {});
        assertThat(temp).exists();
        DirectoryStore.open(root, warning -> {});
        assertThat(temp).doesNotExist();
    }

    @Test
    void open_otherFiles_stay() throws IOException {
        Path strange = temp("v1/objects/ab", "strange", Duration.ofDays(9));
        Path outside = temp("", DEAD.fileName(1), Duration.ofDays(9));
        open();
        assertThat(strange).exists();
        assertThat(outside).exists();
    }

    @Test
    void owner_ofItsOwnFileName_isItself() {
        TempOwner current = TempOwner.current();

        assertThat(TempOwner.ofName(current.fileName(7))).contains(current);
        assertThat(TempOwner.ofName("~0123abcd-19-1000-x")).isEmpty();
        assertThat(TempOwner.ofName("0123abcd-19-1000-1")).isEmpty();
    }

    @Test
    void owner_thisProcess_isAlive() {
        TempOwner current = TempOwner.current();
        TempOwner earlier = new TempOwner(current.host(), current.pid(), current.started() - 60_000);
        TempOwner corrected = new TempOwner(current.host(), current.pid(), current.started() - 2_000);

        assertThat(current.isAlive()).isTrue();
        assertThat(corrected.isAlive()).isTrue();
        assertThat(earlier.isAlive())
                .as("another process that had the same number")
                .isFalse();
    }

    @Test
    void owner_noSuchProcess_isNotAlive() {
        assertThat(new TempOwner("0123abcd", 999_999_999L, 1000).isAlive()).isFalse();
    }
}
