package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two settings have equal bytes if and only if they are equal, over values made from seeds. */
class SettingsEncodingPropertyTest {
    private static final int SEEDS = 3000;

    @Test
    void encoding_ofTheSameValueBuiltTwice_isEqual() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Holder one = new Holder(new Values(seed, false).next(4));
            Holder other = new Holder(new Values(seed, true).next(4));

            assertThat(one).as("seed %d", seed).isEqualTo(other);
            assertThat(hex(one)).as("seed %d: %s", seed, one).isEqualTo(hex(other));
        }
    }

    @Test
    void encoding_ofDifferentValues_differs() throws Exception {
        Map<Holder, String> byValue = new HashMap<>();
        Map<String, Holder> byBytes = new HashMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Holder settings = new Holder(new Values(seed, false).next(2));
            String hex = hex(settings);

            assertThat(byValue.putIfAbsent(settings, hex))
                    .as("seed %d: %s", seed, settings)
                    .isIn(null, hex);
            assertThat(byBytes.putIfAbsent(hex, settings))
                    .as("seed %d: %s", seed, settings)
                    .isIn(null, settings);
        }
        assertThat(byValue.size()).isGreaterThan(SEEDS / 4).isLessThan(SEEDS);
    }

    private static String hex(Record settings) throws UncanonicalException {
        return HexFormat.of().formatHex(SettingsEncoding.bytes(settings));
    }

    record Holder(@Nullable Object value) {}

    record Pair(@Nullable Object left, @Nullable Object right) {}

    record Other(@Nullable Object left, @Nullable Object right) {}

    enum Mode {
        A,
        B
    }

    enum Kind {
        A,
        B
    }

    /**
     * Makes values of few kinds and small ranges, so that equal ones are met often; the same seed gives equal values.
     * Twisted, it fills sets and maps in another order and takes other classes of collections.
     */
    private static final class Values {
        private final Random random;
        private final boolean twisted;

        Values(long seed, boolean twisted) {
            this.random = new Random(seed);
            this.twisted = twisted;
        }

        @Nullable
        Object next(int depth) {
            return random.nextInt(10) < 5 || depth == 0 ? leaf() : composite(depth - 1);
        }

        private @Nullable Object leaf() {
            int small = random.nextInt(3);
            return switch (random.nextInt(18)) {
                case 0 -> small;
                case 1 -> (long) small;
                case 2 -> (short) small;
                case 3 -> (byte) small;
                case 4 -> (char) ('0' + small);
                case 5 -> small == 0 ? -0.0 : small == 1 ? Double.NaN : 0.0;
                case 6 -> small == 0 ? -0.0f : small == 1 ? Float.NaN : 0.0f;
                case 7 -> String.valueOf(small);
                case 8 -> "\u00e9\ud83d\ude00\ud800".substring(small);
                case 9 -> small == 1;
                case 10 -> Mode.values()[small / 2];
                case 11 -> Kind.values()[small / 2];
                case 12 -> new BigDecimal("1").setScale(small);
                case 13 -> Duration.ofSeconds(small);
                case 14 -> Path.of("a/" + small);
                case 15 -> OptionalInt.of(small);
                case 16 -> "";
                default -> null;
            };
        }

        private Object composite(int depth) {
            return switch (random.nextInt(7)) {
                case 0 -> new Pair(next(depth), next(depth));
                case 1 -> new Other(next(depth), next(depth));
                case 2 -> twisted ? new LinkedList<>(several(depth)) : several(depth);
                case 3 -> set(several(depth));
                case 4 -> map(several(depth), depth);
                case 5 -> Optional.ofNullable(next(depth));
                default -> Collections.nCopies(random.nextInt(3), next(depth));
            };
        }

        private List<@Nullable Object> several(int depth) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                values.add(next(depth));
            }
            return values;
        }

        private Set<@Nullable Object> set(List<@Nullable Object> values) {
            if (!twisted) {
                return new HashSet<>(values);
            }
            Collections.reverse(values);
            return new LinkedHashSet<>(values);
        }

        private Map<@Nullable Object, @Nullable Object> map(List<@Nullable Object> keys, int depth) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            keys.forEach(key -> map.put(key, next(depth)));
            Map<@Nullable Object, @Nullable Object> other = new LinkedHashMap<>();
            List<@Nullable Object> backwards = new ArrayList<>(map.keySet());
            Collections.reverse(backwards);
            backwards.forEach(key -> other.put(key, map.get(key)));
            return twisted ? other : map;
        }
    }
}
