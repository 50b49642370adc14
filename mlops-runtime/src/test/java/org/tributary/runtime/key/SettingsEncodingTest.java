package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tributary.pipeline.PipelineException;

class SettingsEncodingTest {
    private static final String TYPE = "org.tributary.runtime.key.SettingsEncodingTest$";

    @ParameterizedTest
    @MethodSource
    void encoding_ofOneValue_isTheSameForEver(@Nullable Object value, String expected) throws Exception {
        assertThat(hexOf(value)).isEqualTo(expected);
    }

    static Stream<Object[]> encoding_ofOneValue_isTheSameForEver() {
        return Stream.of(new Object[][] {
            {null, "00"},
            {true, "5a01"},
            {false, "5a00"},
            {(byte) -1, "42ff"},
            {(short) -2, "48fffffffe"},
            {'a', "4300000061"},
            {1, "4900000001"},
            {-1L, "4affffffffffffffff"},
            {1.5f, "463fc00000"},
            {0.5, "443fe0000000000000"},
            {0.0, "440000000000000000"},
            {-0.0, "448000000000000000"},
            {Double.NaN, "447ff8000000000000"},
            {Double.longBitsToDouble(0x7ff8000000000001L), "447ff8000000000000"},
            {Float.intBitsToFloat(0x7fc00001), "467fc00000"},
            {"", "5300000000"},
            {"é", "5300000002c3a9"},
            {"\ud800", "53ffffffffd800"},
            {List.of(1, "a"), "4c00000002" + "4900000001" + "530000000161"},
            {Set.of("b", "a"), "5500000002" + "00000006530000000161" + "00000006530000000162"},
            {
                Map.of("b", 1, "a", 2),
                "4d00000002" + "00000006530000000161" + "000000054900000002" + "00000006530000000162"
                        + "000000054900000001"
            },
            {new int[] {7}, "41" + text("int") + "00000001" + "4900000007"},
            {new double[] {}, "41" + text("double") + "00000000"},
            {new String[] {"a", null}, "41" + text("java.lang.String") + "00000002" + "530000000161" + "00"},
            {Optional.empty(), "4f" + text("java.util.Optional") + "00"},
            {Optional.of(1), "4f" + text("java.util.Optional") + "4900000001"},
            {OptionalInt.of(1), "4f" + text("java.util.OptionalInt") + "4900000001"},
            {OptionalLong.empty(), "4f" + text("java.util.OptionalLong") + "00"},
            {OptionalDouble.of(0.5), "4f" + text("java.util.OptionalDouble") + "443fe0000000000000"},
            {Mode.FAST, "45" + text(TYPE + "Mode") + text("FAST")},
            {Mode.BODY, "45" + text(TYPE + "Mode") + text("BODY")},
            {new Empty(), "52" + text(TYPE + "Empty") + "00000000"},
            {new Leaf(1), "52" + text(TYPE + "Leaf") + "00000001" + text("value") + "4900000001"},
            {new BigDecimal("1.50"), scalar("java.math.BigDecimal", "1.50")},
            {new BigInteger("-12"), scalar("java.math.BigInteger", "-12")},
            {Duration.ofSeconds(90), scalar("java.time.Duration", "PT1M30S")},
            {Instant.EPOCH, scalar("java.time.Instant", "1970-01-01T00:00:00Z")},
            {LocalDate.of(2026, 1, 2), scalar("java.time.LocalDate", "2026-01-02")},
            {LocalDateTime.of(2026, 1, 2, 3, 4), scalar("java.time.LocalDateTime", "2026-01-02T03:04")},
            {ZoneId.of("Europe/Berlin"), scalar("java.time.ZoneId", "Europe/Berlin")},
            {ZoneId.of("+02:00"), scalar("java.time.ZoneId", "+02:00")},
            {Locale.forLanguageTag("tr-TR"), scalar("java.util.Locale", "tr-TR")},
            {URI.create("a:b#c"), scalar("java.net.URI", "a:b#c")},
            {new UUID(1, 2), scalar("java.util.UUID", "00000000-0000-0001-0000-000000000002")},
            {Pattern.compile("a.", Pattern.DOTALL), scalar("java.util.regex.Pattern", "32:a.")},
            {StandardCharsets.UTF_8, scalar("java.nio.charset.Charset", "UTF-8")},
            {Path.of("a", "..", "b"), scalar("java.nio.file.Path", "a/../b")},
        });
    }

    @Test
    void encoding_ofARecordWithEveryKindOfValue_isTheSameForEver() {
        Everything settings = new Everything(
                1,
                2L,
                0.25,
                "text",
                true,
                Mode.FAST,
                List.of(new Leaf(1), new Empty()),
                Set.of("x", "y", "z"),
                Map.of("k", Duration.ofDays(1)),
                Optional.of(new Leaf(2)),
                Path.of("data/raw.csv"),
                null);

        assertThat(canonical(settings).digest())
                .isEqualTo("941e054e094a30cd4c0d861fca193cb23ab2ca2589207c482cd72949033eef47");
    }

    @Test
    void records_withoutComponents_differByClass() throws Exception {
        assertThat(hexOf(new Empty())).isNotEqualTo(hexOf(new AlsoEmpty()));
    }

    @Test
    void record_private_isRead() {
        assertThat(canonical(new Secret(3)).text()).containsExactly(Map.entry("number", "3"));
    }

    @Test
    void sets_inAnyOrderAndClass_giveEqualBytes() throws Exception {
        assertThat(hexOf(new LinkedHashSet<>(List.of(3, 1, 2)))).isEqualTo(hexOf(new TreeSet<>(List.of(1, 2, 3))));
    }

    @Test
    void maps_inAnyOrderAndClass_giveEqualBytes() throws Exception {
        Map<String, Integer> one = new LinkedHashMap<>();
        one.put("b", 1);
        one.put("a", 2);

        assertThat(hexOf(one)).isEqualTo(hexOf(new HashMap<>(Map.of("a", 2, "b", 1))));
    }

    @Test
    void lists_ofAnyClass_giveEqualBytesInTheirOrder() throws Exception {
        assertThat(hexOf(List.of(1, 2))).isEqualTo(hexOf(new ArrayList<>(List.of(1, 2))));
        assertThat(hexOf(List.of(1, 2))).isNotEqualTo(hexOf(List.of(2, 1)));
    }

    @Test
    void listAndSet_ofTheSameElement_differ() throws Exception {
        assertThat(hexOf(List.of(1))).isNotEqualTo(hexOf(Set.of(1)));
    }

    @Test
    void arrays_ofOtherElementType_differWhenEmpty() throws Exception {
        assertThat(hexOf(new int[0])).isNotEqualTo(hexOf(new long[0]));
    }

    @Test
    void texts_thatRunTogether_differ() throws Exception {
        assertThat(hexOf(List.of("ab", "c"))).isNotEqualTo(hexOf(List.of("a", "bc")));
    }

    @Test
    void texts_withDifferentLoneSurrogates_differ() throws Exception {
        assertThat(hexOf("\ud800")).isNotEqualTo(hexOf("\ud801")).isNotEqualTo(hexOf("?"));
    }

    @ParameterizedTest
    @MethodSource
    void type_withoutForm_isNamedWithItsPath(Record settings, String reason) {
        KeyPart<CanonicalSettings> found = SettingsEncoding.of(settings);

        assertThat(found.value()).isEmpty();
        assertThat(found.reason()).isEqualTo(reason);
    }

    static Stream<Object[]> type_withoutForm_isNamedWithItsPath() {
        Supplier<String> lambda = () -> "value";
        return Stream.of(new Object[][] {
            {
                new Holder(new StringBuilder()),
                "setting \"value\" holds java.lang.StringBuilder, which has no canonical form"
            },
            {new Outer(new Options(lambda)), "setting \"options.call-back\" holds a lambda, which has no canonical form"
            },
            {
                new Holder(List.of(1, new Holder(new Thread()))),
                "setting \"value[1].value\" holds java.lang.Thread, which has no canonical form"
            },
            {
                new Holder(Map.of("a", new ArrayDeque<>())),
                "setting \"value[0]\" holds java.util.ArrayDeque, which has no canonical form"
            },
            {
                new Holder(Optional.of(new Object())),
                "setting \"value\" holds java.lang.Object, which has no canonical form"
            },
            {new Holder(new BigDecimal("1") {}), "setting \"value\" holds " + TYPE + "1, which has no canonical form"},
            {
                new Holder(new java.util.concurrent.atomic.AtomicInteger(1)),
                "setting \"value\" holds java.util.concurrent.atomic.AtomicInteger, which has no canonical form"
            },
        });
    }

    @Test
    void path_ofAnotherFileSystem_hasNoForm(@TempDir Path folder) throws Exception {
        Path jar = TestCompiler.jar(folder, Map.of("a", "b"), folder.resolveSibling(folder.getFileName() + ".jar"));
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            assertThat(SettingsEncoding.of(new Holder(files.getPath("a"))).reason())
                    .isEqualTo("setting \"value\" holds jdk.nio.zipfs.ZipPath, which has no canonical form");
        }
    }

    @Test
    void list_thatContainsItself_isRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatThrownBy(() -> SettingsEncoding.of(new Holder(endless)))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[SETTINGS_TOO_DEEP] settings may be nested 64 deep: \"value" + "[0]".repeat(64)
                        + "\" goes deeper. Look for a list or map that contains itself.");
    }

    @Test
    void nesting_upToTheLimit_isEncoded() {
        Object value = 1;
        for (int i = 0; i < SettingsPaths.MAX_DEPTH - 1; i++) {
            value = List.of(value);
        }

        assertThat(SettingsEncoding.of(new Holder(value)).value()).isPresent();
    }

    @Test
    void accessor_thatThrows_isNamedWithItsCause() {
        assertThatThrownBy(() -> SettingsEncoding.of(new Throwing(1)))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[SETTING_UNREADABLE] setting \"batch-size\" cannot be read: " + TYPE
                        + "Throwing.batchSize() threw java.lang.IllegalStateException: no. An accessor must only return"
                        + " the value.")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void classes_ofNestedRecordsAndEnums_areTold() {
        Record settings = new Holder(List.of(new Leaf(1), Mode.BODY, Optional.of(new Empty())));

        assertThat(canonical(settings).classes()).containsExactly(Holder.class, Leaf.class, Mode.class, Empty.class);
    }

    @Test
    void components_afterOneChange_differAtItsPathOnly() {
        Map<String, String> before =
                canonical(new Tree(new Leaf(1), new Leaf(2))).components();
        Map<String, String> after =
                canonical(new Tree(new Leaf(1), new Leaf(3))).components();

        assertThat(before).containsOnlyKeys("left", "left.value", "right", "right.value");
        assertThat(differing(before, after)).containsExactly("right.value");
    }

    @Test
    void components_afterAnotherVariant_differAtItsPath() {
        Map<String, String> before = canonical(new Holder(new Empty())).components();
        Map<String, String> after = canonical(new Holder(new AlsoEmpty())).components();

        assertThat(differing(before, after)).containsExactly("value");
    }

    @Test
    void encoding_inTurkishLocale_isTheSame() {
        Record settings = new Tree(new Titled(1.5, "TITLE"), List.of(12345.678, Mode.IDLE, Locale.ENGLISH));
        CanonicalSettings before = canonical(settings);
        Locale kept = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(canonical(settings)).isEqualTo(before);
            }
        } finally {
            Locale.setDefault(kept);
        }
    }

    private static List<String> differing(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(path -> !before.get(path).equals(after.get(path)))
                .toList();
    }

    private static CanonicalSettings canonical(Record settings) {
        return SettingsEncoding.of(settings).value().orElseThrow();
    }

    /** Encodes a value in a record, and takes off what every such record starts with. */
    private static String hexOf(@Nullable Object value) throws UncanonicalException {
        byte[] bytes = SettingsEncoding.bytes(new Holder(value));
        String start = "52" + text(TYPE + "Holder") + "00000001" + text("value");
        String hex = HexFormat.of().formatHex(bytes);
        assertThat(hex).startsWith(start);
        return hex.substring(start.length());
    }

    private static String scalar(String type, String text) {
        return "54" + text(type) + text(text);
    }

    private static String text(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().toHexDigits(bytes.length) + HexFormat.of().formatHex(bytes);
    }

    enum Mode {
        FAST,
        IDLE,
        BODY {}
    }

    record Holder(@Nullable Object value) {}

    record Leaf(int value) {}

    record Empty() {}

    record AlsoEmpty() {}

    record Options(Supplier<String> callBack) {}

    record Outer(Options options) {}

    record Tree(Object left, Object right) {}

    record Titled(double rate, String title) {}

    private record Secret(int number) {}

    record Throwing(int batchSize) {
        @Override
        public int batchSize() {
            throw new IllegalStateException("no");
        }
    }

    record Everything(
            int count,
            long seed,
            double rate,
            String name,
            boolean strict,
            Mode mode,
            List<Object> parts,
            Set<String> columns,
            Map<String, Duration> limits,
            Optional<Leaf> leaf,
            Path file,
            @Nullable Charset charset) {}
}
