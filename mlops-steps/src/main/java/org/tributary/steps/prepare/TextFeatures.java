package org.tributary.steps.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What texts set. Threads: safe. */
interface TextFeatures {

    /** What a text sets; {@link Marks#REFUSED} for one that may not come. */
    Marks of(String text);

    /** How many features a text sets at most. */
    int most();

    /** The texts that may come, for messages; empty if any may. */
    default Collection<String> known() {
        return List.of();
    }

    /** Texts of the training part, and one rule for all others. */
    record Known(Map<String, Marks> marks, Marks unknown) implements TextFeatures {

        @Override
        public Marks of(String text) {
            return marks.getOrDefault(text, unknown);
        }

        @Override
        public int most() {
            return 1;
        }

        @Override
        public Collection<String> known() {
            return marks.keySet();
        }
    }

    /** One feature for each bucket. */
    record Buckets(Marks[] marks) implements TextFeatures {

        @Override
        public Marks of(String text) {
            return marks[Buckets.of(text, marks.length)];
        }

        @Override
        public int most() {
            return 1;
        }

        /** FNV-1a of 32 bits over the UTF-8 bytes, read as unsigned, modulo the buckets. */
        static int of(String text, int buckets) {
            int hash = 0x811c9dc5;
            for (byte part : text.getBytes(UTF_8)) {
                hash = (hash ^ (part & 0xff)) * 0x01000193;
            }
            return Integer.remainderUnsigned(hash, buckets);
        }
    }
}
