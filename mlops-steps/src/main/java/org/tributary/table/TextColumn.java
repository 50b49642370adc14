package org.tributary.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column of text or categories: a code for each row into a dictionary of distinct texts; the code -1 is missing. */
public final class TextColumn implements Column {
    /** The code of a missing value. */
    public static final int MISSING = -1;

    private final String name;
    private final int[] codes;
    private final List<String> dictionary;
    final RowIndex rows;

    TextColumn(String name, int[] codes, List<String> dictionary, RowIndex rows) {
        this.name = name;
        this.codes = codes;
        this.dictionary = dictionary;
        this.rows = rows;
    }

    /** A column of these values; null is missing, an empty text is a value. */
    public static TextColumn of(String name, @Nullable String... values) {
        Builder builder = builder(name);
        Arrays.asList(values).forEach(builder::addNullable);
        return builder.build();
    }

    /**
     * A column of codes into a dictionary; both are copied.
     *
     * @throws IllegalArgumentException the dictionary has a text twice, or a code is not {@link #MISSING} and not in it
     */
    public static TextColumn ofCodes(String name, int[] codes, List<String> dictionary) {
        List<String> texts = List.copyOf(dictionary);
        if (new HashSet<>(texts).size() < texts.size()) {
            throw new IllegalArgumentException("the dictionary of \"" + name + "\" has a text twice");
        }
        for (int code : codes) {
            Objects.checkIndex(code + 1, texts.size() + 1);
        }
        return new TextColumn(name, codes.clone(), texts, RowIndex.all(codes.length));
    }

    /** An empty builder. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The position of a row's text in the {@link #dictionary}, {@link #MISSING} if it is missing. */
    public int code(int row) {
        return codes[rows.at(row)];
    }

    /** The distinct texts by code. It may hold texts that no row of this view shows; {@link #values} does not. */
    public List<String> dictionary() {
        return dictionary;
    }

    /** The distinct texts that rows of this view show, in the order of their first use. */
    public List<String> values() {
        List<String> used = new ArrayList<>();
        BitSet seen = new BitSet(dictionary.size());
        for (int row = 0; row < size(); row++) {
            int code = code(row);
            if (code != MISSING && !seen.get(code)) {
                seen.set(code);
                used.add(dictionary.get(code));
            }
        }
        return List.copyOf(used);
    }

    /** How many rows show each text of the {@link #dictionary}, by code. */
    public int[] counts() {
        int[] counts = new int[dictionary.size() + 1];
        for (int row = 0; row < size(); row++) {
            counts[code(row) + 1]++;
        }
        return Arrays.copyOfRange(counts, 1, counts.length);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean isMissing(int row) {
        return code(row) == MISSING;
    }

    @Override
    public int missingCount() {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            count += isMissing(row) ? 1 : 0;
        }
        return count;
    }

    @Override
    public String text(int row) {
        int code = code(row);
        return code == MISSING ? "" : dictionary.get(code);
    }

    @Override
    public TextColumn named(String name) {
        return new TextColumn(name, codes, dictionary, rows);
    }

    TextColumn over(RowIndex index) {
        return new TextColumn(name, codes, dictionary, index);
    }

    @Override
    public <R> R fold(ColumnCases<? extends R> cases) {
        return cases.text(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextColumn that && name.equals(that.name) && size() == that.size() && sameValues(that);
    }

    private boolean sameValues(TextColumn that) {
        int[] known = new int[dictionary.size()];
        Arrays.fill(known, MISSING);
        for (int row = 0; row < size(); row++) {
            int mine = code(row);
            int theirs = that.code(row);
            if (mine == MISSING || theirs == MISSING) {
                if (mine != theirs) {
                    return false;
                }
            } else if (known[mine] != theirs) {
                // Texts are distinct within a dictionary: once two codes matched, only these two do.
                if (known[mine] != MISSING || !dictionary.get(mine).equals(that.dictionary.get(theirs))) {
                    return false;
                }
                known[mine] = theirs;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = name.hashCode();
        for (int row = 0; row < size(); row++) {
            int code = code(row);
            hash = 31 * hash + (code == MISSING ? 7 : dictionary.get(code).hashCode());
        }
        return hash;
    }

    @Override
    public String toString() {
        return ColumnText.summary(this);
    }

    /** Grows a column of text. */
    public static final class Builder implements ColumnBuilder {
        private final String name;
        private Dictionary dictionary = new Dictionary();
        private int[] codes = new int[16];
        private int size;
        /** Whether a column that was built holds the array. */
        private boolean shared;

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a text; an empty one is a value. */
        public void add(String text) {
            addCode(dictionary.code(text));
        }

        /** Adds a text from bytes of UTF-8; a String of ASCII characters is made only if it was not there yet. */
        public void add(byte[] utf8, int offset, int length) {
            addCode(dictionary.code(utf8, offset, length));
        }

        void addAll(Builder later) {
            int[] here = dictionary.codes(later.dictionary);
            reserve(Capacity.holding(size, later.size, codes.length));
            for (int row = 0; row < later.size; row++) {
                int code = later.codes[row];
                codes[size++] = code == MISSING ? MISSING : here[code];
            }
        }

        void reserve(int rows) {
            if (rows > codes.length) {
                codes = Arrays.copyOf(codes, rows);
            }
        }

        private void addNullable(@Nullable String text) {
            if (text == null) {
                addMissing();
            } else {
                add(text);
            }
        }

        private void addCode(int code) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, Capacity.after(size));
            }
            codes[size++] = code;
        }

        void clear() {
            if (shared) {
                codes = new int[codes.length];
                shared = false;
            }
            size = 0;
            dictionary = new Dictionary();
        }

        @Override
        public void addMissing() {
            addCode(MISSING);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public TextColumn build() {
            shared = !Capacity.isWasted(size, codes.length);
            int[] kept = shared ? codes : Arrays.copyOf(codes, size);
            return new TextColumn(name, kept, dictionary.entries(), RowIndex.all(size));
        }
    }
}
