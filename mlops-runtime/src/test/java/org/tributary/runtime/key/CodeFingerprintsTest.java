package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class CodeFingerprintsTest {
    private static final Map<String, String> STEP_AND_HELPER = Map.of(
            "acme/Step.java", "package acme; public class Step { int run() { return lib.Tool.use(); } }",
            "lib/Tool.java", "package lib; public class Tool { public static int use() { return 1; } }");

    @TempDir
    Path folder;

    @Test
    void library_releaseVersion_isNamedByMavenCoordinates() throws Exception {
        CodeFingerprint found = withTool(Map.of(pom("tool"), properties("tool", "1.2.0")), OwnCode.unlisted());

        assertThat(found.classes()).containsOnlyKeys("acme.Step");
        assertThat(versions(found)).containsExactly(Map.entry("org.acme:tool", "1.2.0"));
    }

    @Test
    void library_otherVersion_changesTheDigest() throws Exception {
        CodeFingerprint one = withTool(Map.of(pom("tool"), properties("tool", "1.2.0")), OwnCode.unlisted());
        CodeFingerprint other = withTool(Map.of(pom("tool"), properties("tool", "1.2.1")), OwnCode.unlisted());

        assertThat(one.classes()).isEqualTo(other.classes());
        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void library_rebuiltWithEqualContent_isEqual() throws Exception {
        Map<String, String> one = Map.of(pom("tool"), properties("tool", "1.2.0"), "META-INF/MANIFEST.MF", "Built: 1");
        Map<String, String> other =
                Map.of(pom("tool"), "#later\n" + properties("tool", "1.2.0"), "META-INF/MANIFEST.MF", "Built: 2");

        assertThat(withTool(one, OwnCode.unlisted())).isEqualTo(withTool(other, OwnCode.unlisted()));
    }

    @Test
    void library_otherContentOfOneVersion_changesTheDigest() throws Exception {
        Map<String, String> pom = Map.of(pom("tool"), properties("tool", "1.2.0"));
        for (String entry :
                List.of("weights.txt", "META-INF/services/acme.Found", "META-INF/versions/17/lib/Tool.class")) {
            Map<String, String> more = new LinkedHashMap<>(pom);
            more.put(entry, "more");

            assertThat(withTool(pom, OwnCode.unlisted()).libraries())
                    .as(entry)
                    .isNotEqualTo(withTool(more, OwnCode.unlisted()).libraries());
        }
    }

    @Test
    void library_snapshotVersion_isOwnCode() throws Exception {
        CodeFingerprint found = withTool(Map.of(pom("tool"), properties("tool", "1.2.0-SNAPSHOT")), OwnCode.unlisted());

        assertThat(found.classes()).containsOnlyKeys("acme.Step", "lib.Tool");
        assertThat(found.libraries()).isEmpty();
    }

    @Test
    void library_pomWithoutVersion_isOwnCode() throws Exception {
        CodeFingerprint found = withTool(Map.of(pom("tool"), "groupId=org.acme"), OwnCode.unlisted());

        assertThat(found.classes()).containsOnlyKeys("acme.Step", "lib.Tool");
    }

    @Test
    void library_noVersion_isOwnCodeAndEqualToThatOfAFolder() throws Exception {
        CodeFingerprint packed = withTool(Map.of(), OwnCode.unlisted());
        Path classes = TestCompiler.compile(STEP_AND_HELPER, folder.resolve("plain"));

        assertThat(packed.classes()).containsOnlyKeys("acme.Step", "lib.Tool");
        assertThat(packed).isEqualTo(fingerprint("acme.Step", classes));
    }

    @Test
    void library_severalPoms_isNamedByItsContent() throws Exception {
        CodeFingerprint found = withTool(
                Map.of(pom("tool"), properties("tool", "1.2.0"), pom("more"), properties("more", "3")),
                OwnCode.unlisted());

        assertThat(found.classes()).containsOnlyKeys("acme.Step");
        assertThat(found.libraries()).containsOnlyKeys("tool.jar");
        assertThat(found.libraries().get("tool.jar")).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void library_severalPomsAndOtherContent_changesTheDigest() throws Exception {
        Map<String, String> poms = Map.of(pom("tool"), properties("tool", "1"), pom("more"), properties("more", "3"));
        Map<String, String> more = new LinkedHashMap<>(poms);
        more.put("data.txt", "other");

        assertThat(withTool(poms, OwnCode.unlisted()).digest())
                .isNotEqualTo(withTool(more, OwnCode.unlisted()).digest());
    }

    @Test
    void library_packageListed_isOwnCode() throws Exception {
        Map<String, String> pom = Map.of(pom("tool"), properties("tool", "1.2.0"));

        assertThat(withTool(pom, new OwnCode(Set.of("lib"))).classes()).containsOnlyKeys("acme.Step", "lib.Tool");
        assertThat(withTool(pom, new OwnCode(Set.of("li"))).classes()).containsOnlyKeys("acme.Step");
    }

    @Test
    void library_inAFolderWithAnOddName_isFound() throws Exception {
        Path classes = TestCompiler.compile(STEP_AND_HELPER, folder.resolve("odd! #1 %20+é"));
        Map<String, String> pom = Map.of(pom("tool"), properties("tool", "1.2.0"));
        Path tool = packed(classes, "lib", pom, classes.resolve("a!").resolveSibling("tool!.jar"));

        assertThat(versions(fingerprint("acme.Step", classes, tool)))
                .containsExactly(Map.entry("org.acme:tool", "1.2.0"));
    }

    @Test
    void library_codeThatItKeepsForANewerJava_isOfTheSameLibrary() throws Exception {
        Path classes = TestCompiler.compile(STEP_AND_HELPER, folder.resolve("multi"));
        Path tools = folder.resolve("tools");
        Files.createDirectories(tools.resolve("META-INF/versions/9"));
        Files.move(classes.resolve("lib"), tools.resolve("META-INF/versions/9/lib"));
        Path jar = TestCompiler.jar(
                tools,
                Map.of(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n",
                        pom("tool"),
                        properties("tool", "1.2.0")),
                folder.resolve("multi.jar"));

        assertThat(versions(fingerprint("acme.Step", classes, jar)))
                .containsExactly(Map.entry("org.acme:tool", "1.2.0"));
    }

    @Test
    void constantMadeByABootstrapMethod_countsAndIsReached() throws Exception {
        Files.createDirectories(folder.resolve("dynamic/c"));
        Files.write(folder.resolve("dynamic/c/D.class"), loading("c/D", "c/Maker", 1));
        CodeFingerprint one = fingerprint("c.D", folder.resolve("dynamic"));
        Files.write(folder.resolve("dynamic/c/D.class"), loading("c/D", "c/Maker", 2));
        CodeFingerprint two = fingerprint("c.D", folder.resolve("dynamic"));

        assertThat(one.classes()).containsOnlyKeys("c.D", "c.Maker", "c.Argument");
        assertThat(two.digest()).isNotEqualTo(one.digest());
    }

    @Test
    void libraryStep_belowOtherLibraries_namesThemToo() throws Exception {
        Map<String, String> sources = Map.of(
                "acme/Step.java", "package acme; public class Step { Object part = new Part(); }",
                "acme/Part.java", "package acme; class Part { Object tool = new lib.Tool(); }",
                "lib/Tool.java", "package lib; public class Tool { Object deep = new deep.Deep(); }",
                "deep/Deep.java", "package deep; public class Deep {}");
        Path classes = TestCompiler.compile(sources, folder.resolve("all"));
        Path steps =
                packed(classes, "acme", Map.of(pom("steps"), properties("steps", "2.0")), folder.resolve("steps.jar"));
        Path tool =
                packed(classes, "lib", Map.of(pom("tool"), properties("tool", "1.2.0")), folder.resolve("tool.jar"));
        Path deep = packed(classes, "deep", Map.of(pom("deep"), properties("deep", "9")), folder.resolve("deep.jar"));

        CodeFingerprint found = fingerprint("acme.Step", steps, tool, deep);

        assertThat(found.classes()).isEmpty();
        assertThat(versions(found))
                .containsOnly(Map.entry("org.acme:steps", "2.0"), Map.entry("org.acme:tool", "1.2.0"));
    }

    @Test
    void lambda_asStep_isRefusedByTheClassThatMadeIt() {
        Supplier<String> lambda = () -> "value";

        KeyPart<CodeFingerprint> found = CodeFingerprints.of(OwnCode.unlisted()).of(lambda.getClass(), List.of());

        assertThat(found.value()).isEmpty();
        assertThat(found.reason())
                .isEqualTo("a lambda of class org.tributary.runtime.key.CodeFingerprintsTest has no class of its own"
                        + " to tell its code");
    }

    @Test
    void hiddenClass_asStep_isRefused() throws Exception {
        byte[] bytes = plain("org/tributary/runtime/key/Unseen");
        Class<?> hidden = MethodHandles.lookup().defineHiddenClass(bytes, false).lookupClass();

        assertThat(CodeFingerprints.of(OwnCode.unlisted()).of(hidden, List.of()).reason())
                .isEqualTo("class org.tributary.runtime.key.Unseen is hidden and has no class file");
    }

    @Test
    void classMadeAtRunTime_reached_isRefusedByName() {
        Object proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Marker.class}, (self, method, arguments) -> null);

        assertThat(CodeFingerprints.of(OwnCode.unlisted())
                        .of(Marker.class, List.of(proxy.getClass()))
                        .reason())
                .isEqualTo("class " + proxy.getClass().getName() + " was made at run time and has no class file");
    }

    @Test
    void classFile_newerThanAsmKnows_isRefusedByName() throws Exception {
        Path classes = TestCompiler.compile(STEP_AND_HELPER, folder.resolve("new"));
        byte[] bytes = Files.readAllBytes(classes.resolve("lib/Tool.class"));
        bytes[7] = (byte) 200;
        Files.write(classes.resolve("lib/Tool.class"), bytes);

        assertThat(found("acme.Step", classes).reason())
                .isEqualTo("class lib.Tool cannot be read: Unsupported class file version 200.0");
    }

    @Test
    void classFile_damaged_isRefusedByName() throws Exception {
        Path classes = TestCompiler.compile(STEP_AND_HELPER, folder.resolve("damaged"));
        Files.write(classes.resolve("lib/Tool.class"), new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe});

        assertThat(found("acme.Step", classes).reason()).startsWith("class lib.Tool cannot be read: ");
    }

    @Test
    void class_thatIsNotThere_isRecordedAsAbsent() throws Exception {
        Path classes = TestCompiler.compile(STEP_AND_HELPER, folder.resolve("absent"));
        CodeFingerprint whole = fingerprint("acme.Step", classes);
        Files.delete(classes.resolve("lib/Tool.class"));
        CodeFingerprint without = fingerprint("acme.Step", classes);

        assertThat(without.classes()).containsEntry("lib.Tool", "absent");
        assertThat(without.digest()).isNotEqualTo(whole.digest());
    }

    @Test
    void nestedStep_reachesItsOwnNestedClasses_andNotItsHost() throws Exception {
        String source = "package acme; public class Host {"
                + " public record Step(int a) { static class Unused {} }"
                + " record Sibling(int b) {} }";
        Path classes = TestCompiler.compile(Map.of("acme/Host.java", source), folder.resolve("host"));

        assertThat(fingerprint("acme.Host$Step", classes).classes())
                .containsOnlyKeys("acme.Host$Step", "acme.Host$Step$Unused");
    }

    @Test
    void steps_thatReachTheSameClasses_differ() throws Exception {
        Map<String, String> sources = Map.of(
                "acme/A.java", "package acme; class A { B other; }",
                "acme/B.java", "package acme; class B { A other; }");
        Path classes = TestCompiler.compile(sources, folder.resolve("pair"));
        CodeFingerprint a = fingerprint("acme.A", classes);
        CodeFingerprint b = fingerprint("acme.B", classes);

        assertThat(a.classes()).isEqualTo(b.classes());
        assertThat(a.digest()).isNotEqualTo(b.digest());
    }

    @Test
    void classesOfSettings_areReachedAndCount() {
        CodeFingerprints fingerprints = CodeFingerprints.of(OwnCode.unlisted());
        CodeFingerprint alone = fingerprints.of(Marker.class, List.of()).value().orElseThrow();
        CodeFingerprint more = fingerprints
                .of(Marker.class, List.of(Leaf[].class, String.class, int.class))
                .value()
                .orElseThrow();

        assertThat(alone.classes()).containsOnlyKeys(Marker.class.getName());
        assertThat(more.classes()).containsOnlyKeys(Marker.class.getName(), Leaf.class.getName());
        assertThat(more.digest()).isNotEqualTo(alone.digest());
    }

    @Test
    void module_withClosedPackages_isReadAsOwnCode() throws Exception {
        Map<String, String> sources = new LinkedHashMap<>(STEP_AND_HELPER);
        sources.put("module-info.java", "module acme.closed {}");
        Path classes = TestCompiler.compile(sources, folder.resolve("module"));
        Path jar = TestCompiler.jar(classes, Map.of(), folder.resolve("module.jar"));

        CodeFingerprint ofFolder = ofModule(classes);

        assertThat(ofFolder.classes()).containsOnlyKeys("acme.Step", "lib.Tool");
        assertThat(ofModule(jar)).isEqualTo(ofFolder);
    }

    @Test
    void module_releasedJar_isALibrary() throws Exception {
        Map<String, String> sources = new LinkedHashMap<>(STEP_AND_HELPER);
        sources.put("module-info.java", "module acme.closed {}");
        Path classes = TestCompiler.compile(sources, folder.resolve("module"));
        Path jar = TestCompiler.jar(classes, Map.of(pom("closed"), properties("closed", "5")), folder.resolve("m.jar"));

        assertThat(versions(ofModule(jar))).containsExactly(Map.entry("org.acme:closed", "5"));
    }

    @Test
    void chainOfClasses_withASmallStack_isWalkedToItsEnd()
            throws IOException, InterruptedException, ExecutionException {
        int length = 3000;
        Files.createDirectories(folder.resolve("chain/c"));
        for (int i = 0; i < length; i++) {
            Files.write(folder.resolve("chain/c/C" + i + ".class"), calling("c/C" + i, "c/C" + (i + 1) % length));
        }
        FutureTask<CodeFingerprint> task = new FutureTask<>(() -> fingerprint("c.C0", folder.resolve("chain")));
        Thread thread = new Thread(null, task, "small stack", 160 * 1024);
        thread.start();

        assertThat(task.get().classes()).hasSize(length);
    }

    @Test
    void fingerprint_ofGivenClassFile_isTheSameForEver() throws Exception {
        Files.createDirectories(folder.resolve("fixed/c"));
        Files.write(folder.resolve("fixed/c/Fixed.class"), calling("c/Fixed", "c/Gone"));

        assertThat(fingerprint("c.Fixed", folder.resolve("fixed")).digest())
                .isEqualTo("1e04ad50695da605c738dd1528a4a952d51911a339a26d2506b703a58e0da101");
    }

    @Test
    void fingerprint_fromManyThreads_isTheSame() throws IOException, InterruptedException, ExecutionException {
        CodeFingerprints fingerprints = CodeFingerprints.of(OwnCode.unlisted());
        Callable<String> task = () -> fingerprints
                .of(CodeFingerprints.class, List.of())
                .value()
                .orElseThrow()
                .digest();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Set<String> digests = new HashSet<>();
        try {
            for (Future<String> future : threads.invokeAll(Collections.nCopies(40, task))) {
                digests.add(future.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(digests).hasSize(1);
    }

    @Test
    void fingerprint_ofTributarysOwnClasses_reachesThemAndLibraries() {
        CodeFingerprint found = CodeFingerprints.of(OwnCode.unlisted())
                .of(CodeFingerprints.class, List.of())
                .value()
                .orElseThrow();

        assertThat(found.classes()).containsKeys(CodeFingerprints.class.getName(), MethodForm.class.getName());
        assertThat(found.classes().keySet()).noneMatch(name -> name.startsWith("java."));
    }

    private CodeFingerprint withTool(Map<String, String> entries, OwnCode own) throws Exception {
        Path classes = TestCompiler.compile(STEP_AND_HELPER, Files.createTempDirectory(folder, "classes"));
        Path tool = packed(
                classes,
                "lib",
                entries,
                Files.createTempDirectory(folder, "jars").resolve("tool.jar"));
        try (URLClassLoader loader = TestCompiler.loader(classes, tool)) {
            Class<?> step = loader.loadClass("acme.Step");
            return CodeFingerprints.of(own).of(step, List.of()).value().orElseThrow();
        }
    }

    /** Moves one package out of a folder of classes into a jar. */
    private Path packed(Path classes, String name, Map<String, String> entries, Path jar) throws IOException {
        Path alone = Files.createTempDirectory(folder, name);
        Files.move(classes.resolve(name), alone.resolve(name));
        return TestCompiler.jar(alone, entries, jar);
    }

    private static CodeFingerprint fingerprint(String step, Path... places) throws Exception {
        return found(step, places).value().orElseThrow();
    }

    private static KeyPart<CodeFingerprint> found(String step, Path... places) throws Exception {
        try (URLClassLoader loader = TestCompiler.loader(places)) {
            return CodeFingerprints.of(OwnCode.unlisted()).of(loader.loadClass(step), List.of());
        }
    }

    /** The libraries without the digests of their content. */
    private static Map<String, String> versions(CodeFingerprint found) {
        Map<String, String> versions = new LinkedHashMap<>();
        found.libraries().forEach((name, version) -> versions.put(name, version.replaceFirst("\\+[0-9a-f]{12}$", "")));
        return versions;
    }

    private static CodeFingerprint ofModule(Path place) throws Exception {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(place), ModuleFinder.of(), Set.of("acme.closed"));
        ModuleLayer layer = ModuleLayer.boot().defineModulesWithOneLoader(configuration, null);
        Class<?> step = layer.findLoader("acme.closed").loadClass("acme.Step");
        assertThat(step.getModule().isNamed()).isTrue();
        return CodeFingerprints.of(OwnCode.unlisted())
                .of(step, List.of())
                .value()
                .orElseThrow();
    }

    private static String pom(String artifact) {
        return "META-INF/maven/org.acme/" + artifact + "/pom.properties";
    }

    private static String properties(String artifact, String version) {
        return "groupId=org.acme\nartifactId=" + artifact + "\nversion=" + version + "\n";
    }

    private static byte[] plain(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        return writer.toByteArray();
    }

    /** A class with one method that calls a method of another class. */
    private static byte[] calling(String name, String other) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "SEED", "J", null, 42L);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "call", "(I)V", null, null);
        method.visitCode();
        method.visitMethodInsn(Opcodes.INVOKESTATIC, other, "call", "()V", false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 1);
        return writer.toByteArray();
    }

    /** A class with one method that loads a constant which a bootstrap method makes from a number and a class. */
    private static byte[] loading(String name, String maker, int number) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "load", "()V", null, null);
        method.visitCode();
        Handle bootstrap = new Handle(Opcodes.H_INVOKESTATIC, maker, "make", "()Ljava/lang/Object;", false);
        method.visitLdcInsn(new ConstantDynamic(
                "constant", "Ljava/lang/Object;", bootstrap, number, Type.getObjectType("c/Argument")));
        method.visitInsn(Opcodes.POP);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 0);
        return writer.toByteArray();
    }

    interface Marker {}

    record Leaf(int value) {}
}
