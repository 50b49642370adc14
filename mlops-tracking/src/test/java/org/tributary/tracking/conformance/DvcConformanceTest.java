package org.tributary.tracking.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.tracking.dvc.DvcVersions;

/** Real DVC made the repository, and says that it is clean after its data was provided here. */
@Tag("conformance")
class DvcConformanceTest {

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private Programs programs;
    private Path origin;
    private Path fresh;

    /** {@code data.dvc} at the root tracks {@code data/raw}, as this project keeps its data; beside it a program. */
    @BeforeEach
    void repositoryAndFreshClone() throws Exception {
        programs = new Programs(home);
        origin = Files.createDirectory(folder.resolve("origin"));
        git(origin, "init", "-q");
        dvc(origin, "init", "-q");
        dvc(origin, "remote", "add", "-q", "-d", "store", folder.resolve("store"));
        write("data/raw/penguins.csv", "Species,Island\nAdelie,Dream\n");
        write("data/raw/sub/ż 1e5.csv", "zażółć\r\n");
        write("data/raw/empty.csv", "");
        write("tool.sh", "#!/bin/sh\n");
        Files.setPosixFilePermissions(origin.resolve("tool.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        dvc(origin, "add", "-q", "data/raw", "tool.sh");
        String pointer = Files.readString(origin.resolve("data/raw.dvc"));
        Files.writeString(origin.resolve("data.dvc"), pointer.replace("path: raw", "path: data/raw"));
        Files.delete(origin.resolve("data/raw.dvc"));
        publish();
        fresh = folder.resolve("fresh");
        git(folder, "clone", "-q", origin, fresh);
        assertThat(files(fresh)).doesNotContain("data/raw/penguins.csv", "tool.sh");
    }

    private void write(String name, String text) throws IOException {
        Path file = origin.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void publish() throws Exception {
        dvc(origin, "push", "-q");
        git(origin, "add", "-A");
        git(origin, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-q", "-m", "Track data");
    }

    private String dvc(Path in, Object... arguments) throws Exception {
        return run(in, Programs.program("dvc-3.67.1", "dvc"), arguments);
    }

    private void git(Path in, Object... arguments) throws Exception {
        run(in, "git", arguments);
    }

    private String run(Path in, Object program, Object... arguments) throws Exception {
        List<Object> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        return programs.run(in, command.toArray());
    }

    private void assertClean(Path repository) throws Exception {
        assertThat(dvc(repository, "status", "--json").strip()).isEqualTo("{}");
        assertThat(dvc(repository, "status", "-c", "--json").strip()).isEqualTo("{}");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.startsWith(".git/") && !name.startsWith(".dvc/tmp"))
                    .sorted()
                    .toList();
        }
    }

    private void assertSameData() throws IOException {
        for (String name :
                List.of("data/raw/penguins.csv", "data/raw/sub/ż 1e5.csv", "data/raw/empty.csv", "tool.sh")) {
            assertThat(fresh.resolve(name)).hasSameBinaryContentAs(origin.resolve(name));
        }
    }

    @Test
    void provide_freshClone_isCleanForDvc() throws Exception {
        DvcVersions versions = DvcVersions.in(fresh);
        versions.provide(Path.of("data/raw"));
        versions.provide(Path.of("tool.sh"));
        assertSameData();
        assertClean(fresh);
        assertThat(dvc(fresh, "pull")).contains("Everything is up to date");
        assertThat(Files.isExecutable(fresh.resolve("tool.sh"))).isTrue();
    }

    @Test
    void provide_freshClone_leavesTheCacheThatDvcLeaves() throws Exception {
        DvcVersions versions = DvcVersions.in(fresh);
        versions.provide(Path.of("data/raw"));
        versions.provide(Path.of("tool.sh"));
        Path pulled = folder.resolve("pulled");
        git(folder, "clone", "-q", origin, pulled);
        dvc(pulled, "pull", "-q");
        assertThat(files(fresh)).isEqualTo(files(pulled));
        for (String name : files(fresh.resolve(".dvc/cache"))) {
            Path ours = fresh.resolve(".dvc/cache").resolve(name);
            Path theirs = pulled.resolve(".dvc/cache").resolve(name);
            assertThat(ours).hasSameBinaryContentAs(theirs);
            assertThat(Files.getPosixFilePermissions(ours)).isEqualTo(Files.getPosixFilePermissions(theirs));
        }
    }

    @Test
    void provide_pulledByDvc_verifies() throws Exception {
        dvc(fresh, "pull", "-q");
        DvcVersions versions = DvcVersions.in(fresh);
        versions.provide(Path.of("data/raw"));
        versions.provide(Path.of("tool.sh"));
        assertSameData();
        assertThat(versions.version(Path.of("tool.sh"))).contains("md5:" + md5OfTool());
    }

    private String md5OfTool() throws IOException {
        String pointer = Files.readString(fresh.resolve("tool.sh.dvc"));
        return pointer.substring(pointer.indexOf("md5: ") + 5).substring(0, 32);
    }

    @Test
    void checkout_cacheProvidedHere_restoresForDvc() throws Exception {
        DvcVersions versions = DvcVersions.in(fresh);
        versions.provide(Path.of("data/raw"));
        versions.provide(Path.of("tool.sh"));
        Files.move(folder.resolve("store"), folder.resolve("away"));
        Files.delete(fresh.resolve("data/raw/penguins.csv"));
        Files.delete(fresh.resolve("tool.sh"));
        dvc(fresh, "checkout", "-q");
        assertSameData();
        assertThat(dvc(fresh, "status", "--json").strip()).isEqualTo("{}");
    }

    @Test
    void provide_modifiedFile_theRemedyInTheMessageHelps() throws Exception {
        DvcVersions versions = DvcVersions.in(fresh);
        versions.provide(Path.of("data/raw"));
        Files.writeString(fresh.resolve("data/raw/penguins.csv"), "changed");
        assertThatThrownBy(() -> versions.provide(Path.of("data/raw")))
                .hasMessageContaining(
                        "Run \"dvc checkout data.dvc\" to get the tracked data back, or \"dvc add data/raw\"");
        dvc(fresh, "checkout", "-q", "-f", "data.dvc");
        versions.provide(Path.of("data/raw"));
        versions.provide(Path.of("tool.sh"));
        assertSameData();
    }

    @Test
    void provide_newVersionByDvc_followsThePointer() throws Exception {
        DvcVersions versions = DvcVersions.in(origin);
        String before = versions.version(Path.of("data/raw")).orElseThrow();
        write("data/raw/new.csv", "more\n");
        assertThatThrownBy(() -> versions.provide(Path.of("data/raw/new.csv")))
                .hasMessageContaining("Run \"dvc add data/raw\"");
        dvc(origin, "add", "-q", "data/raw");
        versions.provide(Path.of("data/raw/new.csv"));
        assertThat(versions.version(Path.of("data/raw")).orElseThrow()).isNotEqualTo(before);
        publish();
        git(fresh, "pull", "-q");
        DvcVersions.in(fresh).provide(Path.of("data/raw"));
        assertThat(fresh.resolve("data/raw/new.csv")).hasContent("more\n");
    }

    @Test
    void provide_oneFileOnly_leavesTheRestToDvc() throws Exception {
        DvcVersions.in(fresh).provide(Path.of("data/raw/penguins.csv"));
        dvc(fresh, "pull", "-q");
        assertSameData();
        assertClean(fresh);
    }
}
