package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fingerprints that are kept for a class path of jars are those that a walk would find. */
final class KnownWalksTest {

    private static final Instant LATER = Instant.now().plus(Duration.ofHours(1));
    private static final Clock CLOCK = Clock.fixed(LATER, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path jar(String name, String constant, Map<String, String> more) {
        Path classes = TestCompiler.compile(
                Map.of(
                        "acme/Helper.java",
                        "package acme; class Helper { static int value() { return " + constant + "; } }",
                        "acme/Step.java",
                        "package acme; public class Step { int run() { return Helper.value(); } }"),
                folder.resolve("classes-" + constant));
        return TestCompiler.jar(classes, more, folder.resolve(name));
    }

    @Test
    void process_withJarsAlone_findsTheSameWithoutLookingAtClasses() throws Exception {
        Path jar = jar("acme.jar", "1", Map.of());
        Path kept = folder.resolve("kept/fingerprints");

        String walked = run(List.of(jar), kept);
        assertThat(kept.resolveSibling("fingerprints.walks")).isNotEmptyFile();
        Files.delete(kept);
        assertThat(run(List.of(jar), kept)).isEqualTo(walked);
        assertThat(kept).as("what only a walk reads").doesNotExist();

        Files.delete(kept.resolveSibling("fingerprints.walks"));
        assertThat(run(List.of(jar), kept)).isEqualTo(walked);
    }

    @Test
    void process_jarChanged_looksAtItsClasses() throws Exception {
        Path kept = folder.resolve("kept/fingerprints");
        String before = run(List.of(jar("acme.jar", "1", Map.of())), kept);

        assertThat(run(List.of(jar("acme.jar", "2", Map.of())), kept)).isNotEqualTo(before);
        assertThat(run(List.of(jar("acme.jar", "1", Map.of())), kept)).isEqualTo(before);
    }

    @Test
    void process_anotherJarBeforeIt_looksAtWhatCountsNow() throws Exception {
        Path kept = folder.resolve("kept/fingerprints");
        Path jar = jar("acme.jar", "1", Map.of());
        String before = run(List.of(jar), kept);
        Path shadow = TestCompiler.jar(folder.resolve("classes-2x"), Map.of(), shadow("shadow.jar"));

        assertThat(run(List.of(shadow, jar), kept)).isNotEqualTo(before);
        assertThat(run(List.of(jar, shadow), kept)).isEqualTo(before);
    }

    private Path shadow(String name) {
        TestCompiler.compile(
                Map.of("acme/Helper.java", "package acme; class Helper { static int value() { return 7; } }"),
                folder.resolve("classes-2x"));
        return folder.resolve(name);
    }

    @Test
    void process_withAFolderOnItsClassPath_keepsNoWalk() throws Exception {
        Path kept = folder.resolve("kept/fingerprints");
        jar("acme.jar", "1", Map.of());
        run(List.of(folder.resolve("classes-1")), kept);

        assertThat(kept).isNotEmptyFile();
        assertThat(kept.resolveSibling("fingerprints.walks")).doesNotExist();
    }

    @Test
    void process_jarThatBringsInOthers_keepsNoWalk() throws Exception {
        Path kept = folder.resolve("kept/fingerprints");
        run(List.of(jar("acme.jar", "1", Map.of("META-INF/MANIFEST.MF", "Class-Path: other.jar\n\n"))), kept);

        assertThat(kept.resolveSibling("fingerprints.walks")).doesNotExist();
    }

    @Test
    void process_keptFileDamaged_walks() throws Exception {
        Path jar = jar("acme.jar", "1", Map.of());
        Path kept = folder.resolve("kept/fingerprints");
        String walked = run(List.of(jar), kept);
        Path walks = kept.resolveSibling("fingerprints.walks");
        byte[] bytes = Files.readAllBytes(walks);

        for (int at = 0; at < bytes.length; at += 97) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(walks, damaged);
            assertThat(KnownWalksFile.read(
                            walks, state(List.of(jar)).orElseThrow().digest()))
                    .isEmpty();
        }
        assertThat(run(List.of(jar), kept)).isEqualTo(walked);
    }

    @Test
    void state_anyJarTouchedOrPackageListed_isAnother() throws IOException {
        Path jar = jar("acme.jar", "1", Map.of());
        String before = state(List.of(jar)).orElseThrow().digest();
        assertThat(state(List.of(jar)).orElseThrow().digest()).isEqualTo(before);
        assertThat(ClassPathState.of(jar.toString(), new OwnCode(Set.of("acme")), CLOCK)
                        .orElseThrow()
                        .digest())
                .isNotEqualTo(before);

        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(state(List.of(jar)).orElseThrow().digest()).isNotEqualTo(before);
    }

    @Test
    void state_unsettledOrMissingJar_isNone() {
        Path jar = jar("acme.jar", "1", Map.of());
        assertThat(ClassPathState.of(jar.toString(), OwnCode.unlisted(), Clock.systemUTC()))
                .as("a jar that was written this moment")
                .isEmpty();
        assertThat(state(List.of(folder.resolve("none.jar")))).isEmpty();
        assertThat(ClassPathState.of("", OwnCode.unlisted(), CLOCK)).isEmpty();
    }

    @Test
    void file_writtenAndRead_givesTheSameFingerprints() throws IOException {
        CodeFingerprint first = new CodeFingerprint(
                "d1", new TreeMap<>(Map.of("a.A", "1", "a.B", "2")), new TreeMap<>(Map.of("g:x", "1.0")));
        CodeFingerprint second = new CodeFingerprint("d2", new TreeMap<>(Map.of("a.B", "2")), new TreeMap<>());
        Map<List<String>, CodeFingerprint> walks = Map.of(List.of("a.A"), first, List.of("a.B", "a.C"), second);
        Path file = folder.resolve("walks");
        KnownWalksFile.write(file, "path", walks);

        assertThat(KnownWalksFile.read(file, "path")).isEqualTo(walks);
        assertThat(KnownWalksFile.read(file, "other path")).isEmpty();
    }

    private static Optional<ClassPathState> state(List<Path> jars) {
        return ClassPathState.of(
                String.join(
                        File.pathSeparator, jars.stream().map(Path::toString).toList()),
                OwnCode.unlisted(),
                CLOCK);
    }

    /** The digest that a process of its own prints, whose class path are the jars of this project and the given places. */
    private String run(List<Path> places, Path kept) throws Exception {
        List<String> classPath =
                new ArrayList<>(places.stream().map(Path::toString).toList());
        for (Class<?> type : List.of(CodeFingerprints.class, FingerprintProcess.class, Optional.class)) {
            if (type.getProtectionDomain().getCodeSource() != null) {
                classPath.add(packed(type).toString());
            }
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                classPath.add(entry);
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        FingerprintProcess.class.getName(),
                        kept.toString(),
                        "acme.Step")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    /** The jar of this project that a class is in, made from the folder that it is in while it is tested. */
    private Path packed(Class<?> type) throws URISyntaxException {
        Path place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path jar = folder.resolve(place.getFileName() + ".jar");
        return Files.isRegularFile(place) ? place : Files.exists(jar) ? jar : TestCompiler.jar(place, Map.of(), jar);
    }
}
