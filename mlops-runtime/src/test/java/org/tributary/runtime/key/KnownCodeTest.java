package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownCodeTest {
    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, String> ENTRIES = Map.of(
            "META-INF/maven/g/tool/pom.properties", "groupId=g\nartifactId=tool\nversion=1",
            "META-INF/maven/g/more/pom.properties", "groupId=g\nartifactId=more\nversion=2");

    @TempDir
    Path folder;

    private Path classes;
    private Path kept;

    @BeforeEach
    void compile() throws IOException {
        classes = compile("int run() { return Other.value(); }");
        kept = folder.resolve(".mlops/fingerprints");
    }

    @Test
    void fingerprint_fromWhatWasKept_isEqual() throws Exception {
        CodeFingerprint first = fingerprint(after(Duration.ofSeconds(3)));

        assertThat(KnownCodeFile.read(kept).classes()).hasSize(2);
        assertThat(fingerprint(after(Duration.ofSeconds(3)))).isEqualTo(first);
    }

    @Test
    void entry_ofAnUnchangedFile_isUsedInsteadOfReading() throws Exception {
        Path file = classes.resolve("acme/Step.class");
        KnownCode known = KnownCode.in(kept, after(Duration.ofDays(1)));
        known.add(file, "acme/Step", FileStamp.of(file), new ClassCode("kept", List.of(), ""));
        known.save();

        assertThat(fingerprint(after(Duration.ofDays(1))).classes()).containsExactly(Map.entry("acme.Step", "kept"));
    }

    @Test
    void entry_ofAYoungFile_isNotMade() throws Exception {
        fingerprint(after(Duration.ofSeconds(2)));

        assertThat(kept).doesNotExist();
    }

    @Test
    void entry_ofAFileFromTheFuture_isNotMade() throws Exception {
        fingerprint(after(Duration.ofDays(-1)));

        assertThat(kept).doesNotExist();
    }

    @Test
    void entry_ofAChangedFile_isReadAgain() throws Exception {
        CodeFingerprint before = fingerprint(after(Duration.ofDays(1)));
        classes = compile("int run() { return Other.value() + 1; }");
        CodeFingerprint after = fingerprint(after(Duration.ofDays(1)));

        assertThat(after.classes().get("acme.Step"))
                .isNotEqualTo(before.classes().get("acme.Step"));
        assertThat(after).isEqualTo(step(CodeFingerprints.of(OwnCode.unlisted()), classes));
    }

    @Test
    void entry_ofAFileWithEqualSizeAndTime_isReadAgain() throws Exception {
        compile("int run() { return Other.value() + 3; }");
        CodeFingerprint before = fingerprint(after(Duration.ofDays(1)));
        long size = Files.size(classes.resolve("acme/Step.class"));
        compile("int run() { return Other.value() + 4; }");

        assertThat(Files.size(classes.resolve("acme/Step.class"))).isEqualTo(size);
        assertThat(fingerprint(after(Duration.ofDays(1)))).isNotEqualTo(before);
    }

    @Test
    void entry_ofAJar_keepsItsNameAndIsReadAgainAfterAChange() throws Exception {
        Path jar = TestCompiler.jar(classes, ENTRIES, folder.resolve("tool.jar"));
        touch(jar);
        CodeFingerprint first = of(jar);
        assertThat(KnownCodeFile.read(kept).jars()).containsOnlyKeys(jar.toString());
        assertThat(of(jar)).isEqualTo(first);

        TestCompiler.jar(compile("int run() { return 9; }"), ENTRIES, jar);
        touch(jar);

        assertThat(of(jar).libraries().get("tool.jar"))
                .startsWith("sha256:")
                .isNotEqualTo(first.libraries().get("tool.jar"));
    }

    @Test
    void ownJar_keepsItsClasses() throws Exception {
        Path jar = TestCompiler.jar(classes, Map.of(), folder.resolve("own.jar"));
        touch(jar);

        CodeFingerprint first = of(jar);

        assertThat(KnownCodeFile.read(kept).classes()).containsOnlyKeys(jar + "!acme/Step", jar + "!acme/Other");
        assertThat(of(jar)).isEqualTo(first);
    }

    @Test
    void file_withAnyByteChanged_isAsGoodAsMissing() throws Exception {
        fingerprint(after(Duration.ofDays(1)));
        byte[] whole = Files.readAllBytes(kept);
        assertThat(whole.length).isGreaterThan(200);

        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(kept, damaged);
            assertThat(KnownCodeFile.read(kept).classes()).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void file_cutAnywhereOrLonger_isAsGoodAsMissing() throws Exception {
        fingerprint(after(Duration.ofDays(1)));
        byte[] whole = Files.readAllBytes(kept);

        for (int length = 0; length <= whole.length + 40; length++) {
            if (length != whole.length) {
                Files.write(kept, Arrays.copyOf(whole, length));
                assertThat(KnownCodeFile.read(kept).classes())
                        .as("length %d", length)
                        .isEmpty();
            }
        }
    }

    @Test
    void file_damaged_isReplacedByTheNextSave() throws Exception {
        CodeFingerprint first = fingerprint(after(Duration.ofDays(1)));
        Files.writeString(kept, "damage");

        assertThat(fingerprint(after(Duration.ofDays(1)))).isEqualTo(first);
        assertThat(KnownCodeFile.read(kept).classes()).hasSize(2);
    }

    @Test
    void file_thatIsAFolder_isAsGoodAsMissingAndCannotBeSaved() throws Exception {
        Files.createDirectories(kept.resolve("full"));
        KnownCode known = KnownCode.in(kept, after(Duration.ofDays(1)));
        known.add(classes, new FileStamp(1, 2, 3, "x"), new CodeOrigin.Own());

        assertThatThrownBy(known::save).isInstanceOf(IOException.class);
        assertThat(names(kept.getParent())).containsExactly("fingerprints");
    }

    @Test
    void save_withNothingNew_leavesTheFileAlone() throws Exception {
        fingerprint(after(Duration.ofDays(1)));
        FileStamp before = FileStamp.of(kept);

        fingerprint(after(Duration.ofDays(1)));

        assertThat(FileStamp.of(kept)).isEqualTo(before);
        assertThat(names(kept.getParent())).containsExactly("fingerprints");
    }

    @Test
    void save_ofTwoProcesses_keepsOneOfThemWhole() throws Exception {
        KnownCode one = KnownCode.in(kept, after(Duration.ofDays(1)));
        KnownCode other = KnownCode.in(kept, after(Duration.ofDays(1)));
        FileStamp stamp = new FileStamp(1, 2, 3, "x");
        one.add(classes, "a", stamp, new ClassCode("d1", List.of("r"), ""));
        other.add(classes, "b", stamp, new ClassCode("d2", List.of("r", "s"), ""));
        one.save();
        other.save();

        KnownCode next = KnownCode.in(kept, after(Duration.ofDays(1)));
        assertThat(next.code(classes, "b", stamp)).contains(new ClassCode("d2", List.of("r", "s"), ""));
        assertThat(next.code(classes, "a", stamp)).isEmpty();
    }

    @Test
    void stamp_thatDiffersInAnything_isNotTheSame() {
        FileStamp stamp = new FileStamp(1, 2, 3, "x");

        assertThat(stamp.sameAs(new FileStamp(1, 2, 3, "x"))).isTrue();
        assertThat(Stream.of(
                        new FileStamp(0, 2, 3, "x"),
                        new FileStamp(1, 0, 3, "x"),
                        new FileStamp(1, 2, 0, "x"),
                        new FileStamp(1, 2, 3, "y")))
                .noneMatch(stamp::sameAs);
    }

    private CodeFingerprint fingerprint(Clock clock) throws Exception {
        CodeFingerprints fingerprints = CodeFingerprints.of(OwnCode.unlisted(), kept, clock);
        CodeFingerprint found = step(fingerprints, classes);
        fingerprints.save();
        return found;
    }

    private CodeFingerprint of(Path jar) throws Exception {
        CodeFingerprints fingerprints = CodeFingerprints.of(OwnCode.unlisted(), kept, after(Duration.ofDays(1)));
        CodeFingerprint found = step(fingerprints, jar);
        fingerprints.save();
        return found;
    }

    private static CodeFingerprint step(CodeFingerprints fingerprints, Path place) throws Exception {
        try (URLClassLoader loader = TestCompiler.loader(place)) {
            return fingerprints
                    .of(loader.loadClass("acme.Step"), List.of())
                    .value()
                    .orElseThrow();
        }
    }

    private Path compile(String method) throws IOException {
        Path compiled = TestCompiler.compile(
                Map.of(
                        "acme/Step.java",
                        "package acme; class Step { " + method + " }",
                        "acme/Other.java",
                        "package acme; class Other { static int value() { return 1; } }"),
                folder.resolve("classes"));
        touch(compiled.resolve("acme/Step.class"));
        touch(compiled.resolve("acme/Other.class"));
        return compiled;
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private static Clock after(Duration time) {
        return Clock.fixed(WRITTEN.plus(time), ZoneOffset.UTC);
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
