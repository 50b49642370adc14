package org.tributary.tracking.dvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Pointer files, lists of files and settings, as DVC 3.67.1 wrote them and as it never would. */
class PointerTest {

    @TempDir
    Path folder;

    private static JsonNode vectors(String part) throws IOException {
        return new JsonMapper()
                .readTree(Files.readAllBytes(Repo.resource("vectors.json")))
                .get(part);
    }

    private List<Pointer> read(String text) throws IOException {
        return Pointer.read(Files.writeString(folder.resolve("x.dvc"), text), folder);
    }

    @TestFactory
    List<DynamicTest> namesThatDvcWrote() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : vectors("files")) {
            String path = vector.get("path").asText();
            tests.add(DynamicTest.dynamicTest("name " + path, () -> {
                Pointer pointer = read(vector.get("dvc_file").asText()).get(0);
                assertThat(pointer.path()).isEqualTo(folder.resolve(path));
                assertThat(pointer.oid()).isEqualTo("b026324c6904b2a9cb4b88d6d61c81d1");
                assertThat(pointer.unread()).isEmpty();
                assertThat(pointer.isFolder()).isFalse();
            }));
        }
        assertThat(tests).hasSize(38);
        return tests;
    }

    @TestFactory
    List<DynamicTest> foldersThatDvcWrote() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : vectors("dirs")) {
            tests.add(DynamicTest.dynamicTest(vector.get("name").asText(), () -> pullsSameBytes(vector)));
        }
        assertThat(tests).hasSize(8);
        return tests;
    }

    private void pullsSameBytes(JsonNode vector) throws IOException {
        Repo repo = Repo.in(Files.createTempDirectory(folder, "vector"));
        Files.delete(repo.path("data.dvc"));
        assertThat(repo.store(vector.get("manifest").asText(), ".dir"))
                .isEqualTo(vector.get("oid").asText());
        for (Map.Entry<String, JsonNode> file : vector.get("files").properties()) {
            repo.store(new String(content(file.getValue()), StandardCharsets.UTF_8), "");
        }
        repo.write("d.dvc", vector.get("dvc_file").asText());
        repo.versions().provide(repo.path("d"));
        assertThat(Repo.files(repo.path("d"))).hasSize(vector.get("files").size());
        for (Map.Entry<String, JsonNode> file : vector.get("files").properties()) {
            assertThat(repo.path("d").resolve(file.getKey())).hasBinaryContent(content(file.getValue()));
        }
    }

    private static byte[] content(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    @Test
    void read_handWrittenStyles_meanTheSame() throws IOException {
        Pointer plain = read("outs:\n- md5: " + Repo.FOO + "\n  hash: md5\n  path: a b.csv\n")
                .get(0);
        assertThat(read("{\"outs\": [{\"path\": \"a b.csv\", \"hash\": 'md5', \"md5\": " + Repo.FOO + "}]}"))
                .containsExactly(plain);
        assertThat(read("# mine\nmeta: {x: [1, 2]}\nouts:\n  -   path:   a b.csv   # data\n      md5: \"" + Repo.FOO
                        + "\"\n      hash: md5\n      desc: |\n        long\n        text\n"))
                .containsExactly(plain);
    }

    @Test
    void read_severalOuts_givesEach() throws IOException {
        List<Pointer> pointers = read("wdir: sub\nouts:\n- {path: a, md5: " + Repo.FOO
                + ", hash: md5, remote: other}\n- {path: b, md5: " + Repo.RAW + ", hash: md5, isexec: true}\n");
        assertThat(pointers)
                .extracting(Pointer::path)
                .containsExactly(folder.resolve("sub/a"), folder.resolve("sub/b"));
        assertThat(pointers.get(0).remote()).contains("other");
        assertThat(pointers.get(1).isFolder()).isTrue();
        assertThat(pointers.get(1).executable()).isTrue();
    }

    @Test
    void read_numberLikeHash_keepsItsDigits() throws IOException {
        String digits = "0123456789".repeat(3) + "12";
        String exponent = "1".repeat(30) + "e5";
        assertThat(read("outs: [{path: a, hash: md5, md5: " + digits + "}, {path: b, hash: md5, md5: " + exponent
                        + "}]"))
                .extracting(Pointer::oid)
                .containsExactly(digits, exponent);
    }

    @TestFactory
    Stream<DynamicTest> pointersThatAreNone() {
        String foo = "md5: " + Repo.FOO + ", hash: md5";
        Map<String, String> texts = Map.ofEntries(
                Map.entry("", "it is no map with \"outs\""),
                Map.entry("- a", "it is no map with \"outs\""),
                Map.entry("outs: [a]", "an entry of \"outs\" has no path"),
                Map.entry("outs: [{" + foo + "}]", "an entry of \"outs\" has no path"),
                Map.entry("outs: [{path: a, md5: ABC}]", "\"ABC\" is no MD5 hash"),
                Map.entry(
                        "outs: [{path: a, md5: ../../../../../../etc/passwd}]",
                        "\"../../../../../../etc/passwd\" is no MD5 hash"),
                Map.entry(
                        "outs: [{path: .dvc/cache, " + foo + "}]",
                        "the path FOLDER/.dvc/cache is not in the workspace of FOLDER"),
                Map.entry("outs: [{path: ../a, " + foo + "}]", "the path PARENT/a is not in the workspace of FOLDER"),
                Map.entry("outs: [{path: /etc/x, " + foo + "}]", "the path /etc/x is not in the workspace of FOLDER"),
                Map.entry("wdir: ../..\nouts: []", "the path GRANDPARENT is not in the workspace of FOLDER"),
                Map.entry("outs: &a [*a]", "line 1: anchors, aliases and deep nesting are not allowed"),
                Map.entry("outs: [{path: a, path: b}]", "line 1 is no YAML: Duplicate field 'path'"),
                Map.entry("outs: []\n---\nouts: []", "line 3: there is a second document"),
                Map.entry(
                        "x: " + "[".repeat(60) + "]".repeat(60),
                        "line 1: anchors, aliases and deep nesting are not allowed"),
                Map.entry("#".repeat(1 << 20) + "#", "it has more than 1048576 bytes"));
        return texts.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        "text "
                                + entry.getKey()
                                        .substring(
                                                0, Math.min(20, entry.getKey().length())),
                        () -> {
                            String why = entry.getValue()
                                    .replace(
                                            "GRANDPARENT",
                                            folder.getParent().getParent() == null
                                                    ? "/"
                                                    : folder.getParent()
                                                            .getParent()
                                                            .toString())
                                    .replace("PARENT", folder.getParent().toString())
                                    .replace("FOLDER", folder.toString());
                            assertThatThrownBy(() -> read(entry.getKey()))
                                    .isInstanceOf(IOException.class)
                                    .hasMessage("[DVC_BAD_POINTER] " + folder.resolve("x.dvc") + " cannot be read: "
                                            + why + ". Correct it, or write it anew with \"dvc add\".");
                        }));
    }

    @Test
    void provide_legacyPointer_isNotSupported() throws IOException {
        Repo repo = Repo.in(folder);
        repo.write("old.csv.dvc", "outs:\n- md5: " + Repo.FOO + "\n  path: old.csv\n");
        assertThatThrownBy(() -> repo.versions().provide(repo.path("old.csv")))
                .hasMessage("[DVC_NOT_SUPPORTED] " + repo.path("old.csv")
                        + " cannot be verified: it was written by DVC 2, whose hashes mean something else: "
                        + repo.path("old.csv.dvc") + ". Write it anew with \"dvc add\" of DVC 3.");
    }

    @Test
    void provide_cloudOrUnhashedPointer_isNotSupported() throws IOException {
        Repo repo = Repo.in(folder);
        repo.write("cloud.dvc", "outs:\n- path: cloud\n  files: []\n");
        repo.write("none.dvc", "outs:\n- path: none\n");
        assertThatThrownBy(() -> repo.versions().provide(repo.path("cloud")))
                .hasMessageContaining("its versions are kept by a cloud store");
        assertThatThrownBy(() -> repo.versions().version(repo.path("none"))).hasMessageContaining("it has no md5");
    }
}
