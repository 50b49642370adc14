package org.tributary.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tributary.testkit.CodecContract;

/** The house rules: what each module may use, and what no library may do. */
final class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tributary");

    private static final Pattern MODULE = Pattern.compile("/(mlops-[a-z]+|examples)/target/");

    /** Starts of full names of what depends on the place and time of running. */
    private static final List<String> AMBIENT = List.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.ZoneId.systemDefault()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.Math.random()",
            "java.util.Random.<init>()",
            "java.util.SplittableRandom.<init>()",
            "java.util.Locale.getDefault(",
            "java.util.TimeZone.getDefault()",
            "java.nio.charset.Charset.defaultCharset()",
            "java.lang.String.getBytes()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(java.lang.String");

    /** The published modules, with what they may use beside the JDK, JSpecify, the api and themselves. */
    private enum Module {
        API("mlops-api", 50),
        RUNTIME(
                "mlops-runtime",
                80,
                "com.google.inject..",
                "com.google.common..",
                "com.fasterxml.jackson..",
                "org.yaml.snakeyaml..",
                "org.objectweb.asm..",
                "org.slf4j.."),
        STEPS(
                "mlops-steps",
                80,
                "org.tribuo..",
                "com.oracle.labs.mlrg.olcut..",
                "com.google.protobuf..",
                "de.siegmar.fastcsv..",
                "ch.randelshofer.fastdoubleparser..",
                "com.fasterxml.jackson..",
                "org.slf4j.."),
        TRACKING("mlops-tracking", 15, "org.sqlite..", "com.fasterxml.jackson..", "org.slf4j.."),
        TESTKIT("mlops-testkit", 8, "org.tributary.runtime..", "org.junit.jupiter..", "org.assertj..");

        private final String folder;
        private final int least;

        @SuppressWarnings("ImmutableEnumChecker") // filled once and only read
        private final String[] libraries;

        Module(String folder, int least, String... libraries) {
            this.folder = folder;
            this.least = least;
            this.libraries = libraries;
        }
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void module_classesSeen_areAsManyAsThereMustBe(Module module) {
        assertThat(ALL.that(in(module)).size()).as(module.folder).isGreaterThanOrEqualTo(module.least);
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void module_usesNothingButWhatItMay(Module module) {
        classes()
                .that(in(module))
                .should()
                .onlyDependOnClassesThat(ofElements(in(Module.API)
                        .or(in(module))
                        .or(resideInAnyPackage("java..", "javax.sql..", "org.jspecify.annotations.."))
                        .or(resideInAnyPackage(module.libraries))
                        .or(describe("primitive", JavaClass::isPrimitive))))
                .check(ALL);
    }

    @Test
    void guice_isUsedByTheWiringOnly() {
        noClasses()
                .that(inLibraries())
                .and()
                .resideOutsideOfPackage("org.tributary.runtime.wiring..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.google.inject.."))
                .check(ALL);
    }

    @Test
    void packages_belongToOneModuleEach() {
        Set<String> moduleAndPackage = ALL.stream()
                .filter(type -> !moduleOf(type).isEmpty())
                .map(type -> moduleOf(type) + " " + type.getPackageName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(moduleAndPackage.stream().map(pair -> pair.split(" ")[1]))
                .hasSizeGreaterThan(15)
                .doesNotHaveDuplicates();
    }

    @Test
    void packages_formNoCycles() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(ALL);
    }

    @Test
    void packages_areAllNullMarked() {
        Set<String> unmarked = ALL.stream()
                .map(JavaClass::getPackage)
                .filter(unit -> !unit.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).isEmpty();
    }

    @Test
    void libraries_useNoJavaSerialization() {
        noClasses()
                .that(inLibraries())
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        ObjectInputStream.class, ObjectOutputStream.class, Serializable.class, Externalizable.class)
                .check(ALL);
    }

    @Test
    void libraries_printNothing() {
        noClasses().that(inLibraries()).should(ACCESS_STANDARD_STREAMS).check(ALL);
    }

    /** The contract that varies the default locale must know it. */
    @Test
    void libraries_takeTimeChanceAndLocaleFromOutside() {
        assertThat(ambient(inLibraries().and(not(type(CodecContract.class))))
                        .evaluate(ALL)
                        .getFailureReport()
                        .getDetails())
                .isEmpty();
    }

    @Test
    void ambientRule_findsCallsAndReferences() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        assertThat(ambient(describe("any", type -> true))
                        .evaluate(offender)
                        .getFailureReport()
                        .getDetails())
                .hasSize(4)
                .anyMatch(detail -> detail.contains("java.time.Instant.now()"))
                .anyMatch(detail -> detail.contains("java.util.Random.<init>()"))
                .anyMatch(detail -> detail.contains("java.lang.String.toUpperCase()"))
                .anyMatch(detail -> detail.contains("java.util.Locale.getDefault()"));
    }

    private static ArchRule ambient(DescribedPredicate<JavaClass> where) {
        return noClasses()
                .that(where)
                .should()
                .accessTargetWhere(describe(
                        "takes time, chance or locale from where it happens to run",
                        access -> AMBIENT.stream().anyMatch(access.getTarget().getFullName()::startsWith)));
    }

    /** Looks at what an array is made of. */
    private static DescribedPredicate<JavaClass> ofElements(DescribedPredicate<JavaClass> allowed) {
        return describe(allowed.getDescription(), type -> allowed.test(type.getBaseComponentType()));
    }

    private static DescribedPredicate<JavaClass> in(Module module) {
        return describe("are in " + module.folder, type -> moduleOf(type).equals(module.folder));
    }

    private static DescribedPredicate<JavaClass> inLibraries() {
        return describe(
                "are in a library",
                type -> moduleOf(type).startsWith("mlops-") && !moduleOf(type).equals("mlops-cli"));
    }

    /** The folder of the module that a class was compiled in; empty if it is none of ours. */
    private static String moduleOf(JavaClass type) {
        return type.getSource()
                .map(source -> MODULE.matcher(source.getUri().toString()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .orElse("");
    }

    /** Does what libraries may not. */
    static final class Offender {
        private final Supplier<Instant> now = Instant::now;
        private final Random random = new Random();

        @SuppressWarnings("StringCaseLocaleUsage")
        String text() {
            return (now.get() + random.toString() + Locale.getDefault()).toUpperCase();
        }
    }

    /**
     * Each package is a slice, but those of the api are one: its {@code Extension}, where parts find each other, names types of
     * all of them.
     */
    private static final class ByPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String module = moduleOf(type);
            return module.isEmpty()
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(module.equals(Module.API.folder) ? module : type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
