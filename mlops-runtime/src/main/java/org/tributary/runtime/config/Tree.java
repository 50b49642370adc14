package org.tributary.runtime.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was written, with its place: scalars are kept as written, and get a type only from the setting that they fill. */
sealed interface Tree {

    Place place();

    /** How messages call it. */
    String shown();

    /** Whether nothing was written after the key. */
    default boolean isEmpty() {
        return false;
    }

    /**
     * A text.
     *
     * @param text what it says, with environment variables replaced
     * @param written what stands in the file, for messages
     * @param plain whether it stands without quotes
     */
    record Scalar(String text, String written, boolean plain, Place place) implements Tree {

        @Override
        public String shown() {
            return isEmpty() ? "nothing" : Shown.quoted(written);
        }

        @Override
        public boolean isEmpty() {
            return plain && written.isEmpty();
        }

        /** Whether it is one of YAML's words for nothing. */
        boolean isNull() {
            return plain && (written.isEmpty() || written.equals("~") || written.equals("null"));
        }
    }

    /** A value whose fault was told already: nothing more is said of it. */
    record Broken(Place place) implements Tree {

        @Override
        public String shown() {
            return "a refused value";
        }
    }

    /** A list. */
    record Sequence(List<Tree> items, Place place) implements Tree {

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A map in the order of writing, without duplicates. */
    record Mapping(Map<String, Entry> entries, Place place) implements Tree {

        @Override
        public String shown() {
            return "a map";
        }

        @Nullable
        Entry entry(String key) {
            return entries.get(key);
        }
    }

    /** A key's place and its value. */
    record Entry(Place key, Tree value) {}
}
