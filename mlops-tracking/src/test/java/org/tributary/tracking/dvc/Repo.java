package org.tributary.tracking.dvc;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fresh clone of a repository made by DVC 3.67.1, beside its remote: nothing is pulled yet.
 *
 * @param root the repository's folder
 * @param remote its default remote
 */
record Repo(Path root, Path remote) {

    /** The version of {@code data/raw}: 14 files. */
    static final String RAW = "74b9a95085056d5f360f13b4a77464e7.dir";

    static final String FOO = "d3b07384d113edec49eaa6238ad5ff00";

    static Repo in(Path folder) throws IOException {
        Repo repo = new Repo(folder.resolve("repo"), folder.resolve("remote"));
        copy(resource("remote"), repo.remote);
        repo.write(".dvc/config", "[core]\n    remote = store\n['remote \"store\"']\n    url = ../../remote\n");
        repo.write(
                "data.dvc", "outs:\n- md5: " + RAW + "\n  size: 20064\n  nfiles: 14\n  hash: md5\n  path: data/raw\n");
        repo.write(
                "tool.sh.dvc",
                "outs:\n- md5: 3e2b31c72181b87149ff995e7202c0e3\n  size: 10\n  isexec: true\n  hash: md5\n  path: tool.sh\n");
        return repo;
    }

    static Path resource(String name) {
        try {
            return Path.of(Repo.class.getResource("/dvc/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    DvcVersions versions() {
        return DvcVersions.in(root);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    Path cached(String oid) {
        return object(root.resolve(".dvc/cache"), oid);
    }

    Path stored(String oid) {
        return object(remote, oid);
    }

    private static Path object(Path store, String oid) {
        return store.resolve("files/md5").resolve(oid.substring(0, 2)).resolve(oid.substring(2));
    }

    /** Stores content as an object of the remote, and gives its name. */
    String store(String content, String suffix) throws IOException {
        String oid = Md5.of(content.getBytes(StandardCharsets.UTF_8)) + suffix;
        Files.createDirectories(stored(oid).getParent());
        Files.writeString(stored(oid), content);
        return oid;
    }

    /** All regular files below a folder, none if it does not exist. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
