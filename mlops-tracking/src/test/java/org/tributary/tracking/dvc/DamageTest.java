package org.tributary.tracking.dvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Objects that are damaged in a remote or the cache: nothing wrong may reach the workspace, whatever the damage. */
class DamageTest {

    @TempDir
    Path folder;

    /** A way to damage a file, keeping its time. */
    private interface Damage {
        void to(Path file) throws IOException;
    }

    private static Map<String, Damage> damages() {
        Map<String, Damage> damages = new LinkedHashMap<>();
        damages.put(
                "flip",
                file -> change(file, bytes -> {
                    bytes[bytes.length / 2] ^= 1;
                    return bytes;
                }));
        damages.put("truncate", file -> change(file, bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
        damages.put("extend", file -> change(file, bytes -> Arrays.copyOf(bytes, bytes.length + 1)));
        damages.put("empty", file -> change(file, bytes -> new byte[0]));
        damages.put("zeros", file -> change(file, bytes -> new byte[bytes.length]));
        damages.put("delete", Files::delete);
        damages.put("folder", file -> {
            Files.delete(file);
            Files.createDirectory(file);
        });
        damages.put("link", file -> {
            Path moved = file.resolveSibling("moved");
            Files.move(file, moved);
            Files.createSymbolicLink(file, moved);
        });
        return damages;
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    private static void change(Path file, Change change) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.write(file, change.of(Files.readAllBytes(file)));
        Files.setLastModifiedTime(file, time);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    }

    private static boolean applies(String damage, Path object) throws IOException {
        boolean needsBytes = Set.of("flip", "truncate", "empty", "zeros").contains(damage);
        return !needsBytes || Files.size(object) > 0;
    }

    /** Names of all objects of {@code data/raw}, its list among them. */
    private static List<String> objects() throws IOException {
        Path store = Repo.resource("remote").resolve("files/md5");
        Set<String> names = new TreeSet<>();
        for (Path file : Repo.files(store)) {
            names.add(store.relativize(file).toString().replace("/", ""));
        }
        names.removeAll(List.of("3e2b31c72181b87149ff995e7202c0e3", "ec1f14ad4ba4c9f5c4622556b5b5f756"));
        assertThat(names).hasSize(14);
        return List.copyOf(names);
    }

    @TestFactory
    List<DynamicTest> remoteObjectDamaged() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String oid : objects()) {
            for (Map.Entry<String, Damage> damage : damages().entrySet()) {
                if (applies(damage.getKey(), new Repo(folder, Repo.resource("remote")).stored(oid))) {
                    tests.add(DynamicTest.dynamicTest(oid + " " + damage.getKey(), () -> {
                        Repo repo = Repo.in(folder.resolve(oid + damage.getKey()));
                        damage.getValue().to(repo.stored(oid));
                        refuses(repo, oid);
                    }));
                }
            }
        }
        assertThat(tests).hasSize(14 * 8 - 4);
        return tests;
    }

    /** A file that needs an object: forcing 14 files to the disk in each of 200 tests would take minutes. */
    private static Path needing(Repo repo, String oid) throws IOException {
        if (oid.equals(Repo.RAW)) {
            return repo.path("data/raw/a.txt");
        }
        byte[] list = Files.readAllBytes(new Repo(repo.root(), Repo.resource("remote")).stored(Repo.RAW));
        for (JsonNode entry : new JsonMapper().readTree(list)) {
            if (entry.get("md5").asText().equals(oid)) {
                return repo.path("data/raw").resolve(entry.get("relpath").asText());
            }
        }
        throw new AssertionError(oid);
    }

    private static void refuses(Repo repo, String oid) throws IOException {
        Path needing = needing(repo, oid);
        assertThatThrownBy(() -> repo.versions().provide(needing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        oid.equals(Repo.RAW) ? repo.path("data/raw").toString() : needing.toString())
                .hasMessageContaining(oid.substring(0, 32))
                .hasMessageContaining(repo.remote().toString());
        assertThat(repo.cached(oid)).doesNotExist();
        for (Path file : Repo.files(repo.path("data"))) {
            assertThat(repo.stored(Md5.of(file))).isRegularFile();
        }
        for (Path object : Repo.files(repo.path(".dvc/cache"))) {
            assertThat(object).startsWith(repo.path(".dvc/cache/files/md5"));
        }
    }

    @TestFactory
    List<DynamicTest> cachedObjectDamaged() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String oid : objects()) {
            for (Map.Entry<String, Damage> damage : damages().entrySet()) {
                boolean replaceable = !damage.getKey().equals("folder");
                if (replaceable && applies(damage.getKey(), new Repo(folder, Repo.resource("remote")).stored(oid))) {
                    tests.add(DynamicTest.dynamicTest(oid + " " + damage.getKey(), () -> {
                        Repo repo = Repo.in(folder.resolve("cache" + oid + damage.getKey()));
                        heals(repo, oid, damage.getValue());
                    }));
                }
            }
        }
        assertThat(tests).hasSize(14 * 7 - 4);
        return tests;
    }

    private static void heals(Repo repo, String oid, Damage damage) throws IOException {
        Path needing = needing(repo, oid);
        repo.versions().provide(needing);
        Files.delete(needing);
        damage.to(repo.cached(oid));
        repo.versions().provide(needing);
        assertThat(repo.stored(Md5.of(needing))).isRegularFile();
        assertThat(repo.cached(oid)).isRegularFile().hasSameBinaryContentAs(repo.stored(oid));
        assertThat(Files.isSymbolicLink(repo.cached(oid))).isFalse();
    }

    @Test
    void provide_oneObjectCorrupt_keepsTheOtherFilesRight() throws Exception {
        Repo repo = Repo.in(folder);
        Files.writeString(repo.stored(Repo.FOO), "fox\n");
        assertThatThrownBy(() -> repo.versions().provide(repo.path("data/raw")))
                .hasMessageContaining(repo.path("data/raw/a.txt").toString());
        assertThat(repo.path("data/raw/a.txt")).doesNotExist();
        for (Path file : Repo.files(repo.path("data"))) {
            assertThat(repo.stored(Md5.of(file))).isRegularFile();
        }
        for (Path object : Repo.files(repo.path(".dvc/cache"))) {
            assertThat(object)
                    .hasSameBinaryContentAs(Repo.resource("remote")
                            .resolve(repo.path(".dvc/cache").relativize(object).toString()));
        }
    }

    @Test
    void provide_corruptRemote_namesObjectAndBothHashes() throws Exception {
        Repo repo = Repo.in(folder);
        Files.writeString(repo.stored(Repo.FOO), "fox\n");
        assertThatThrownBy(() -> repo.versions().provide(repo.path("data/raw/a.txt")))
                .hasMessage("[DVC_REMOTE_CORRUPT] the object of " + repo.path("data/raw/a.txt")
                        + " is damaged: its md5 is 475b45b6b3531765210a51ec138af816 and should be " + Repo.FOO + ": "
                        + repo.stored(Repo.FOO) + ". Delete it and run \"dvc push\" where the data is.");
        assertThat(repo.path("data/raw/a.txt")).doesNotExist();
    }

    @Test
    void provide_missingEverywhere_namesCacheAndRemote() throws Exception {
        Repo repo = Repo.in(folder);
        Files.delete(repo.stored(Repo.FOO));
        assertThatThrownBy(() -> repo.versions().provide(repo.path("data/raw/a.txt")))
                .hasMessage("[DVC_MISSING] " + repo.path("data/raw/a.txt") + " is missing, and its object " + Repo.FOO
                        + " is neither in the cache " + repo.path(".dvc/cache") + " nor in the remote " + repo.remote()
                        + ". Run \"dvc push\" where the data is.");
    }

    @TestFactory
    Stream<DynamicTest> manifestNamesThatLeadElsewhere() {
        List<String> names = List.of("../x", "a/../../x", "/etc/x", "", ".", "a//b", "a/./b", "..", "nul\\u0000");
        return names.stream()
                .map(name -> DynamicTest.dynamicTest("name " + name, () -> {
                    Repo repo = Repo.in(Files.createTempDirectory(folder, "names"));
                    String list = "[{\"md5\": \"" + Repo.FOO + "\", \"relpath\": \"" + name + "\"}]";
                    String oid = repo.store(list, ".dir");
                    repo.write("data.dvc", "outs:\n- md5: " + oid + "\n  hash: md5\n  path: data/raw\n");
                    assertThatThrownBy(() -> repo.versions().provide(repo.path("data/raw")))
                            .isInstanceOf(IOException.class)
                            .hasMessageStartingWith("[DVC_BAD_MANIFEST] the list of files " + oid + " of "
                                    + repo.path("data.dvc") + " cannot be used: ");
                    assertThat(Repo.files(repo.path("data"))).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> manifestsThatAreNone() {
        String foo = "{\"md5\": \"" + Repo.FOO + "\", \"relpath\": \"a\"}";
        List<String> lists = List.of(
                "",
                "{}",
                "[1]",
                "[{}]",
                "[" + foo + "," + foo + "]",
                "[" + foo + "] []",
                "[" + foo,
                "[".repeat(100_000),
                "[{\"md5\": \"x\", \"relpath\": \"a\"}]",
                "[{\"md5\": 1, \"relpath\": {}}]");
        return lists.stream()
                .map(list -> DynamicTest.dynamicTest("list " + list.substring(0, Math.min(9, list.length())), () -> {
                    Repo repo = Repo.in(Files.createTempDirectory(folder, "lists"));
                    String oid = repo.store(list, ".dir");
                    repo.write("data.dvc", "outs:\n- md5: " + oid + "\n  hash: md5\n  path: data/raw\n");
                    assertThatThrownBy(() -> repo.versions().provide(repo.path("data/raw")))
                            .isInstanceOf(IOException.class)
                            .hasMessageStartingWith("[DVC_BAD_MANIFEST]");
                }));
    }

    @Test
    void provide_linkInTheWay_isRefused() throws Exception {
        Repo repo = Repo.in(folder);
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(repo.path("data"), outside);
        assertThatThrownBy(() -> repo.versions().provide(repo.path("data/raw/a.txt")))
                .hasMessage("[DVC_LINK] " + repo.path("data") + " is a symbolic link, which may lead out of the"
                        + " repository. Put the file or folder itself there.");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void provide_linkIntoTheCache_isVerified() throws Exception {
        Repo repo = Repo.in(folder);
        repo.versions().provide(repo.path("data/raw/a.txt"));
        Files.delete(repo.path("data/raw/a.txt"));
        Files.createSymbolicLink(repo.path("data/raw/a.txt"), repo.cached(Repo.FOO));
        repo.versions().provide(repo.path("data/raw/a.txt"));
        Files.delete(repo.path("data/raw/a.txt"));
        Files.createSymbolicLink(repo.path("data/raw/a.txt"), repo.cached(Repo.RAW));
        assertThatThrownBy(() -> repo.versions().provide(repo.path("data/raw/a.txt")))
                .hasMessageStartingWith("[DVC_MODIFIED]");
    }

    @Test
    void provide_folderWhereAFileBelongs_isRefused() throws Exception {
        Repo repo = Repo.in(folder);
        Files.createDirectories(repo.path("data/raw/a.txt"));
        assertThatThrownBy(() -> repo.versions().provide(repo.path("data/raw")))
                .hasMessage("[DVC_NOT_A_FILE] " + repo.path("data/raw/a.txt")
                        + " is no regular file, but one is tracked there. Move away what lies there.");
    }
}
