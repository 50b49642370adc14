package org.tributary.tracking.dvc;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@code .dvc} file: where data lies in the workspace, and its version. Immutable.
 *
 * @param file the {@code .dvc} file
 * @param path the data, absolute
 * @param oid the hash, with {@code .dir} for a folder; empty if the file has none
 * @param executable whether the file is a program
 * @param remote the remote that has it, if not the default one
 * @param unread why this entry cannot be read here, if so
 */
record Pointer(Path file, Path path, String oid, boolean executable, Optional<String> remote, Optional<String> unread) {

    private static final String FOLDER = ".dir";

    /** The entries of a file; paths that lead out of the repository are refused. */
    static List<Pointer> read(Path file, Path repository) throws IOException {
        Object document = YamlText.read(file);
        if (!(document instanceof Map<?, ?> map)) {
            throw DvcTrouble.badPointer(file, "it is no map with \"outs\"");
        }
        List<Pointer> pointers = new ArrayList<>();
        if (map.get("outs") instanceof List<?> outs) {
            Path folder = inside(file, file.resolveSibling(text(map, "wdir").orElse(".")), repository);
            for (Object out : outs) {
                pointers.add(read(file, folder, out, repository));
            }
        }
        return List.copyOf(pointers);
    }

    private static Pointer read(Path file, Path folder, @Nullable Object out, Path repository) throws IOException {
        if (!(out instanceof Map<?, ?> map) || text(map, "path").isEmpty()) {
            throw DvcTrouble.badPointer(file, "an entry of \"outs\" has no path");
        }
        String oid = text(map, "md5").orElse("");
        if (!oid.isEmpty() && !Md5.isHash(withoutSuffix(oid))) {
            throw DvcTrouble.badPointer(file, "\"" + oid + "\" is no MD5 hash");
        }
        return new Pointer(
                file,
                inside(file, folder.resolve(pathOf(file, text(map, "path").get())), repository),
                oid,
                text(map, "isexec").filter("true"::equals).isPresent(),
                text(map, "remote"),
                unread(map, oid));
    }

    private static Optional<String> unread(Map<?, ?> map, String oid) {
        if (map.containsKey("files")) {
            return Optional.of("its versions are kept by a cloud store");
        }
        if (oid.isEmpty()) {
            return Optional.of("it has no md5");
        }
        return text(map, "hash").filter("md5"::equals).isPresent()
                ? Optional.empty()
                : Optional.of("it was written by DVC 2, whose hashes mean something else");
    }

    private static Path pathOf(Path file, String path) throws IOException {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw DvcTrouble.badPointer(file, "this system cannot have the path \"" + e.getInput() + "\"");
        }
    }

    private static Path inside(Path file, Path path, Path repository) throws IOException {
        Path plain = path.normalize();
        if (!plain.startsWith(repository) || plain.startsWith(repository.resolve(".dvc"))) {
            throw DvcTrouble.badPointer(file, "the path " + plain + " is not in the workspace of " + repository);
        }
        return plain;
    }

    private static Optional<String> text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Whether the data is a folder. */
    boolean isFolder() {
        return oid.endsWith(FOLDER);
    }

    /** Whether the path is this data or may lie in it. */
    boolean covers(Path asked) {
        return isFolder() ? asked.startsWith(path) : asked.equals(path);
    }

    private static String withoutSuffix(String oid) {
        return oid.endsWith(FOLDER) ? oid.substring(0, oid.length() - FOLDER.length()) : oid;
    }
}
