package org.tributary.tracking.dvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.PipelineException;

class DvcVersionsTest {

    @TempDir
    Path folder;

    private Repo repo;

    @BeforeEach
    void clone_() throws IOException {
        repo = Repo.in(folder);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void provide_folderOfFreshClone_pullsEveryFile() throws Exception {
        repo.versions().provide(repo.path("data/raw"));
        assertThat(Repo.files(repo.path("data/raw"))).hasSize(14);
        assertThat(repo.path("data/raw/a.txt")).hasContent("foo\n");
        assertThat(repo.path("data/raw/crlf.txt")).hasBinaryContent("one\r\ntwo\r\n".getBytes("UTF-8"));
        assertThat(repo.path("data/raw/nested/.gitignore")).hasContent("*.log\n");
        assertThat(repo.path("data/raw/ż.txt")).hasContent("x");
        assertThat(repo.path("data/raw/😀.txt")).exists();
        assertThat(Repo.files(repo.path("data"))).hasSize(14);
    }

    @Test
    void provide_pulledFiles_haveDvcsModes() throws Exception {
        repo.versions().provide(repo.path("data/raw"));
        repo.versions().provide(repo.path("tool.sh"));
        assertThat(mode(repo.path("data/raw/a.txt"))).isEqualTo("rw-r--r--");
        assertThat(mode(repo.path("tool.sh"))).isEqualTo("rwxr-xr-x");
        for (Path object : Repo.files(repo.path(".dvc/cache"))) {
            assertThat(mode(object)).isEqualTo("r--r--r--");
        }
        // two of the 14 are empty and share an object; the list and the tool come on top
        assertThat(Repo.files(repo.path(".dvc/cache"))).hasSize(15);
    }

    @Test
    void provide_oneFile_pullsThatOneOnly() throws Exception {
        repo.versions().provide(Path.of("data/raw/sub/b.txt"));
        assertThat(Repo.files(repo.path("data"))).containsExactly(repo.path("data/raw/sub/b.txt"));
        assertThat(repo.path("data/raw/sub/b.txt")).hasContent("bar\n");
    }

    @Test
    void provide_folderInsideTrackedOne_pullsWhatIsBelow() throws Exception {
        repo.versions().provide(repo.path("data/raw/nested"));
        assertThat(Repo.files(repo.path("data"))).hasSize(3);
    }

    @Test
    void provide_objectsInCache_needsNoRemote() throws Exception {
        repo.versions().provide(repo.path("data/raw"));
        Files.move(repo.remote(), folder.resolve("gone"));
        Files.delete(repo.path("data/raw/a.txt"));
        repo.versions().provide(repo.path("data/raw"));
        assertThat(repo.path("data/raw/a.txt")).hasContent("foo\n");
    }

    @Test
    void provide_filesThere_areVerifiedWithoutPulling() throws Exception {
        repo.versions().provide(repo.path("data/raw"));
        Files.delete(repo.cached(Repo.FOO));
        repo.versions().provide(repo.path("data/raw/a.txt"));
        assertThat(repo.cached(Repo.FOO)).doesNotExist();
    }

    @Test
    void provide_modifiedFile_namesBothHashesAndTheRemedies() throws Exception {
        DvcVersions versions = repo.versions();
        versions.provide(repo.path("data/raw/a.txt"));
        Files.writeString(repo.path("data/raw/a.txt"), "fox\n");
        assertThatThrownBy(() -> versions.provide(repo.path("data/raw/a.txt")))
                .isInstanceOf(IOException.class)
                .hasMessage("[DVC_MODIFIED] " + repo.path("data/raw/a.txt")
                        + " was changed: its md5 is 475b45b6b3531765210a51ec138af816, " + repo.path("data.dvc")
                        + " tracks " + Repo.FOO + ". Run \"dvc checkout data.dvc\" to get the tracked data back, or"
                        + " \"dvc add data/raw\" to track the change.");
        assertThat(repo.path("data/raw/a.txt")).hasContent("fox\n");
    }

    @Test
    void provide_modifiedFileInUse_isLeftAsItIs() throws Exception {
        DvcVersions versions = DvcVersions.in(repo.root(), OnModified.USE);
        repo.write("data/raw/a.txt", "mine");
        repo.write("data/raw/new.txt", "new");
        versions.provide(repo.path("data/raw/a.txt"));
        versions.provide(repo.path("data/raw/new.txt"));
        assertThat(repo.path("data/raw/a.txt")).hasContent("mine");
    }

    @Test
    void provide_fileAddedToTrackedFolder_isNotInTheVersion() throws Exception {
        repo.write("data/raw/new.txt", "new");
        assertThatThrownBy(() -> repo.versions().provide(repo.path("data/raw/new.txt")))
                .hasMessage("[DVC_NOT_IN_VERSION] " + repo.path("data/raw/new.txt") + " lies in a folder that "
                        + repo.path("data.dvc") + " tracks, but is not in its version " + Repo.RAW
                        + ". Run \"dvc add data/raw\", or move the file elsewhere.");
    }

    @Test
    void tracks_paths_knowsFilesAndFoldersOfPointers() {
        DvcVersions versions = repo.versions();
        assertThat(List.of("data/raw", "data/raw/a.txt", "data/raw/not/there", "tool.sh", "./data/raw/../raw/a.txt"))
                .allMatch(name -> versions.tracks(Path.of(name)));
        assertThat(List.of("data", "", "tool", "tool.sh/x", "README.md", "../remote", "/etc/passwd", "data.dvc"))
                .noneMatch(name -> versions.tracks(Path.of(name)));
        assertThat(repo.path("data")).doesNotExist();
    }

    @Test
    void version_paths_isTheHash() {
        DvcVersions versions = repo.versions();
        assertThat(versions.version(repo.path("data/raw"))).contains("md5:" + Repo.RAW);
        assertThat(versions.version(repo.path("data/raw/a.txt"))).contains("md5:" + Repo.FOO);
        assertThat(versions.version(repo.path("tool.sh"))).contains("md5:3e2b31c72181b87149ff995e7202c0e3");
        assertThat(versions.version(repo.path("data/raw/other"))).isEmpty();
        assertThat(versions.version(repo.path("README.md"))).isEmpty();
    }

    @Test
    void version_pointerChanged_isTheNewOne() throws Exception {
        DvcVersions versions = repo.versions();
        assertThat(versions.version(repo.path("tool.sh"))).contains("md5:3e2b31c72181b87149ff995e7202c0e3");
        repo.write("tool.sh.dvc", "outs:\n- md5: " + Repo.FOO + "\n  hash: md5\n  path: tool.sh\n");
        assertThat(versions.version(repo.path("tool.sh"))).contains("md5:" + Repo.FOO);
    }

    @Test
    void anything_noRepository_tracksNothing() throws Exception {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        DvcVersions versions = DvcVersions.in(plain);
        assertThat(versions.tracks(Path.of("a.csv"))).isFalse();
        assertThat(versions.version(Path.of("a.csv"))).isEmpty();
        assertThatThrownBy(() -> versions.provide(Path.of("a.csv")))
                .hasMessage("[DVC_NOT_TRACKED] no .dvc file tracks a.csv. Run \"dvc add\" for it.");
    }

    @Test
    void in_folderBelowTheRoot_findsTheRepository() throws Exception {
        Path below = Files.createDirectories(repo.path("notebooks/deep"));
        DvcVersions.in(below).provide(Path.of("../../data/raw/a.txt"));
        assertThat(repo.path("data/raw/a.txt")).exists();
    }

    @Test
    void provide_pointerBesideTheData_isFound() throws Exception {
        repo.write("data/other/x.csv.dvc", "outs:\n- md5: " + Repo.FOO + "\n  hash: md5\n  path: x.csv\n");
        repo.write("meta.dvc", "wdir: data\nouts:\n- md5: " + Repo.FOO + "\n  hash: md5\n  path: y.csv\n");
        repo.versions().provide(repo.path("data/other/x.csv"));
        repo.versions().provide(repo.path("data/y.csv"));
        assertThat(repo.path("data/other/x.csv")).hasContent("foo\n");
        assertThat(repo.path("data/y.csv")).hasContent("foo\n");
    }

    @Test
    void provide_eightThreadsAtOnce_allSeeEveryFile() throws Exception {
        DvcVersions versions = repo.versions();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            done.add(threads.submit(() -> {
                versions.provide(repo.path("data/raw"));
                assertThat(Repo.files(repo.path("data/raw"))).hasSize(14);
                return null;
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();
        assertThat(Repo.files(repo.path("data"))).hasSize(14);
        assertThat(Repo.files(repo.path(".dvc/cache"))).hasSize(14);
    }

    @Test
    void discover_classPath_hasDvcVersions() {
        Extension all = Extension.discover(getClass().getClassLoader());
        assertThat(all.dataVersions()).hasExactlyElementsOfTypes(DvcVersions.class);
        assertThat(all.trackers()).containsKey("sqlite");
    }

    @Test
    void tracks_unreadablePointer_isTheUsersMistake() throws Exception {
        repo.write("data.dvc", "outs: [");
        assertThatThrownBy(() -> repo.versions().tracks(repo.path("data/raw/a.txt")))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[DVC_BAD_POINTER] " + repo.path("data.dvc") + " cannot be read: line ");
    }
}
