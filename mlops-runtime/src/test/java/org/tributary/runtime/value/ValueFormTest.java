package org.tributary.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tributary.cache.Codec;
import org.tributary.runtime.store.DirectoryStore;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.runtime.value.Samples.Chain;
import org.tributary.runtime.value.Samples.Circle;
import org.tributary.runtime.value.Samples.Colour;
import org.tributary.runtime.value.Samples.Containers;
import org.tributary.runtime.value.Samples.Fixed;
import org.tributary.runtime.value.Samples.Grid;
import org.tributary.runtime.value.Samples.Group;
import org.tributary.runtime.value.Samples.Mixed;
import org.tributary.runtime.value.Samples.Pair;
import org.tributary.runtime.value.Samples.Scalars;
import org.tributary.runtime.value.Samples.Shape;
import org.tributary.runtime.value.Samples.Tree;
import org.tributary.runtime.value.Samples.Triangle;
import org.tributary.runtime.value.Samples.Wrapped;

final class ValueFormTest {

    record Generics(
            Pair<Grid, String> pair,
            Tree<String> tree,
            Wrapped<Grid> wrapped,
            Map<Colour, Set<List<Integer>>> map,
            Optional<Pair<Integer, Pair<String, Long>>> nested) {}

    record Sample(String name, Type type, Object value) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        Type pair = Samples.typeOf(Generics.class, "pair");
        Type map = Samples.typeOf(Generics.class, "map");
        Type nested = Samples.typeOf(Generics.class, "nested");
        Wrapped<Grid> wrapped = new Wrapped<>(new Pair<>(List.of(new Grid(1)), Optional.of(new Grid(2))));
        return Stream.of(
                new Sample("text", String.class, "ş"),
                new Sample("empty text", String.class, ""),
                new Sample("lone surrogate", String.class, "a\ud834b"),
                new Sample("int", Integer.class, -5),
                new Sample("surrogate char", Character.class, '\udd1e'),
                new Sample("infinite float", Float.class, Float.NEGATIVE_INFINITY),
                new Sample("smallest double", Double.class, Double.MIN_VALUE),
                new Sample("codec", Grid.class, new Grid(1, 2)),
                new Sample("empty object", Grid.class, new Grid()),
                new Sample("constant", Colour.class, Colour.RED),
                new Sample("constant with body", Colour.class, Colour.GREEN),
                new Sample("doubles", double[].class, new double[] {1, -0.0, Double.NaN}),
                new Sample("ints", int[].class, new int[] {1, Integer.MIN_VALUE}),
                new Sample("longs", long[].class, new long[] {Long.MIN_VALUE}),
                new Sample("bytes", byte[].class, new byte[] {-1, 0}),
                new Sample("no doubles", double[].class, new double[0]),
                new Sample("scalars", Scalars.class, Samples.SCALARS),
                new Sample("containers", Containers.class, Samples.CONTAINERS),
                new Sample("mixed", Mixed.class, Samples.MIXED),
                new Sample("variant", Shape.class, new Circle(1)),
                new Sample("variant of a variant", Shape.class, new Triangle(1, 2, 3)),
                new Sample("variant that is an enum", Shape.class, Fixed.DOT),
                new Sample("variant that is a constant with a body", Shape.class, Fixed.LINE),
                new Sample(
                        "variants within",
                        Shape.class,
                        new Group(List.of(new Group(List.of(new Circle(3))), Fixed.DOT))),
                new Sample("pair", pair, new Pair<>(new Grid(4), "four")),
                new Sample("tree", Samples.typeOf(Generics.class, "tree"), Samples.TREE),
                new Sample("variables below variables", Samples.typeOf(Generics.class, "wrapped"), wrapped),
                new Sample("map", map, Map.of(Colour.RED, Set.of(List.of(1), List.of()), Colour.GREEN, Set.of())),
                new Sample("nested pairs", nested, Optional.of(new Pair<>(1, new Pair<>("a", 2L)))),
                new Sample("recursion", Chain.class, new Chain(Optional.of(new Chain(Optional.empty())))));
    }

    private final ValueForms forms = Samples.forms();

    @ParameterizedTest
    @MethodSource("samples")
    void value_encodedAndDecoded_isEqual(Sample sample) throws Exception {
        ValueForm form = forms.of(sample.type());

        EncodedValue encoded = form.encode(sample.value());
        Object decoded = form.decode(encoded.root(), MemoryObjects.of(encoded));

        assertThat(Objects.deepEquals(decoded, sample.value()))
                .as(String.valueOf(decoded))
                .isTrue();
        assertThat(form.encode(decoded).root()).isEqualTo(encoded.root());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void value_encodedByOtherForms_hasTheSameBytes(Sample sample) throws Exception {
        EncodedValue once = forms.of(sample.type()).encode(sample.value());
        EncodedValue again = Samples.forms().of(sample.type()).encode(sample.value());

        assertThat(again.root()).isEqualTo(once.root());
        assertThat(again.refs()).isEqualTo(once.refs());
        assertThat(again.parts()).isEqualTo(once.parts());
    }

    /** Fixed for ever: what was stored by one release is read by the next. */
    @Test
    void document_ofEachRelease_hasTheseBytes() throws Exception {
        Containers value = new Containers(
                List.of("b", "a"), Set.of(1), Map.of("k", 0.5), Optional.of(2L), Optional.of(new Grid(7)));

        byte[] bytes = root(forms.of(Containers.class).encode(value));

        String header = "tributary-value/1 Containers(list:list(text),set:set(int),map:map(text,double),"
                + "some:optional(long),none:optional(grid/1))";
        assertThat(bytes).startsWith(concat(new byte[] {0, 0, 0, (byte) header.length()}, Samples.utf8(header)));
        assertThat(HexFormat.of().formatHex(bytes, 4 + header.length(), bytes.length))
                .isEqualTo("00000016" + "00000002" + "00000005" + "00000001" + "62" + "00000005" + "00000001" + "61"
                        + "0000000c" + "00000001" + "00000004" + "00000001"
                        + "00000019" + "00000001" + "00000005" + "00000001" + "6b" + "00000008" + "3fe0000000000000"
                        + "0000000c" + "00000001" + "0000000000000002"
                        + "0000002c" + "00000001" + "ca358758f6d27e6cf45272937977a748fd88391db679ceda7dc7bf1f005ee879"
                        + "0000000000000001");
    }

    @Test
    void document_ofVariants_hasTheseBytes() throws Exception {
        ValueForm form = forms.of(Shape.class);

        byte[] bytes = root(form.encode(new Group(List.of(Fixed.LINE))));

        assertThat(form.name())
                .isEqualTo("Shape{Circle=Circle(radius:double)|Fixed=Fixed|Group=Group(members:list(Shape))"
                        + "|Triangle=Triangle(a:int,b:int,c:int)}");
        int body = 4 + ("tributary-value/1 " + form.name()).length();
        assertThat(HexFormat.of().formatHex(bytes, body, bytes.length))
                .isEqualTo("00000005" + "47726f7570" + "00000019" + "00000001" + "00000011" + "00000005" + "4669786564"
                        + "00000004" + "4c494e45");
    }

    @Test
    void setsAndMaps_filledInAnotherOrder_haveEqualBytes() throws Exception {
        long seed = 20261124;
        Random random = new Random(seed);
        ValueForm form = forms.of(Containers.class);
        for (int round = 0; round < 200; round++) {
            List<Integer> numbers =
                    new ArrayList<>(random.ints(8, 0, 1000).boxed().toList());
            EncodedValue one = form.encode(containers(new LinkedHashSet<>(numbers), new LinkedHashMap<>(), numbers));
            Collections.shuffle(numbers, random);
            EncodedValue other = form.encode(containers(new HashSet<>(numbers), new HashMap<>(), numbers));
            EncodedValue sorted = form.encode(containers(new TreeSet<>(numbers), new HashMap<>(), numbers));

            assertThat(other.root()).as("seed " + seed + ", round " + round).isEqualTo(one.root());
            assertThat(sorted.root()).as("seed " + seed + ", round " + round).isEqualTo(one.root());
        }
    }

    private static Containers containers(Set<Integer> set, Map<String, Double> map, List<Integer> numbers) {
        numbers.forEach(number -> map.put("n" + number, number / 2.0));
        return new Containers(List.of(), set, map, Optional.empty(), Optional.empty());
    }

    @Test
    void nan_ofAnyBits_hasEqualBytes() throws Exception {
        double other = Double.longBitsToDouble(0x7ff0000000000001L);

        assertThat(forms.of(Double.class).encode(other).root())
                .isEqualTo(forms.of(Double.class).encode(Double.NaN).root());
        assertThat(forms.of(double[].class).encode(new double[] {other}).root())
                .isEqualTo(forms.of(double[].class)
                        .encode(new double[] {Double.NaN})
                        .root());
    }

    @Test
    void differentTexts_haveDifferentBytes() throws Exception {
        ValueForm form = forms.of(String.class);
        Set<String> digests = new HashSet<>();
        List<String> texts = List.of("?", "\ud834", "\udd1e", "\ud834?", "\ufffd", "𝄞", "");

        texts.forEach(text -> digests.add(form.encode(text).root().digest()));

        assertThat(digests).hasSameSizeAs(texts);
    }

    @Test
    void parts_ofARecord_areTheDigestsOfItsComponents() throws Exception {
        EncodedValue mixed = forms.of(Mixed.class).encode(Samples.MIXED);
        Type pairType = Samples.typeOf(Generics.class, "pair");
        EncodedValue pair = forms.of(pairType).encode(new Pair<>(new Grid(1, 2, 3), "note"));

        assertThat(mixed.parts()).containsOnlyKeys("left", "note", "right", "more", "shape");
        assertThat(mixed.parts().get("left"))
                .isEqualTo(forms.of(Grid.class).encode(new Grid(1, 2, 3)).root().digest());
        assertThat(pair.parts())
                .containsEntry("first", mixed.parts().get("left"))
                .containsEntry("second", mixed.parts().get("note"));
    }

    record Zero(int number, boolean flag, String text, List<String> list, long large, double real) {}

    @Test
    void parts_ofDifferentTypesWithEqualBytes_differ() throws Exception {
        Map<String, String> parts = forms.of(Zero.class)
                .encode(new Zero(0, false, "", List.of(), 0, 0))
                .parts();

        assertThat(new HashSet<>(parts.values())).hasSize(6);
    }

    @Test
    void decodePart_ofAnObject_readsTheDocumentAndThatObjectOnly() throws Exception {
        ValueForm form = forms.of(Mixed.class);
        EncodedValue encoded = form.encode(Samples.MIXED);
        MemoryObjects objects = MemoryObjects.of(encoded);

        Object right = form.decodePart(encoded.root(), "right", objects);
        assertThat(right).isEqualTo(Samples.MIXED.right());
        assertThat(objects.read())
                .containsExactly(encoded.root().digest(), encoded.parts().get("right"));

        assertThat(form.decodePart(encoded.root(), "note", objects)).isEqualTo("note");
        assertThat(objects.read()).containsExactly(encoded.root().digest());

        assertThat(form.decodePart(encoded.root(), "shape", objects)).isEqualTo(Samples.MIXED.shape());
    }

    @Test
    void decodePart_ofWhatIsNone_isAnIOException() throws Exception {
        EncodedValue mixed = forms.of(Mixed.class).encode(Samples.MIXED);
        EncodedValue grid = forms.of(Grid.class).encode(new Grid(1));

        assertThatThrownBy(() -> forms.of(Mixed.class).decodePart(mixed.root(), "top", MemoryObjects.of(mixed)))
                .isInstanceOf(IOException.class)
                .hasMessage("Mixed has no component top");
        assertThatThrownBy(() -> forms.of(Grid.class).decodePart(grid.root(), "top", MemoryObjects.of(grid)))
                .isInstanceOf(IOException.class)
                .hasMessage("grid/1 has no component top");
    }

    @Test
    void document_ofAnotherForm_isRefused() throws Exception {
        EncodedValue encoded = forms.of(Circle.class).encode(new Circle(1));

        assertThatThrownBy(() -> forms.of(String.class).decode(encoded.root(), MemoryObjects.of(encoded)))
                .isInstanceOf(IOException.class)
                .hasMessage("the document is a tributary-value/1 Circle(radius:double), not a tributary-value/1 text");
    }

    @Test
    void encode_nullComponent_namesIt() throws Exception {
        ValueForm form = forms.of(Samples.typeOf(Generics.class, "pair"));

        assertThatThrownBy(() -> form.encode(new Pair<>(new Grid(), null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("component second of Pair is null; use Optional for what may be absent");
    }

    @Test
    void encode_valueOfAnotherType_isRefused() throws Exception {
        ValueForm form = forms.of(Samples.typeOf(Generics.class, "pair"));

        assertThatThrownBy(() -> form.encode(new Pair<>("no grid", "text"))).isInstanceOf(ClassCastException.class);
    }

    /** Writes another byte with each call. */
    private static final class Unsteady implements Codec<Grid> {

        private final int size;
        private final AtomicInteger calls = new AtomicInteger();

        Unsteady(int size) {
            this.size = size;
        }

        @Override
        public Class<Grid> type() {
            return Grid.class;
        }

        @Override
        public String format() {
            return "unsteady/1";
        }

        @Override
        public void encode(Grid value, OutputStream out) throws IOException {
            byte[] bytes = new byte[size];
            bytes[0] = (byte) calls.incrementAndGet();
            out.write(bytes, 0, size - 1);
            out.write(0);
        }

        @Override
        public Grid decode(InputStream in) {
            return new Grid();
        }
    }

    @Test
    void smallObject_isEncodedOnce(@TempDir Path folder) throws Exception {
        Unsteady codec = new Unsteady(8 << 20);
        EncodedObject object = EncodedObject.of(codec, new Grid());
        DirectoryStore store = DirectoryStore.open(folder, warning -> {});

        store.put(object.ref(), object.content());

        assertThat(codec.calls).hasValue(1);
        assertThat(store.holds(object.ref())).isTrue();
    }

    @Test
    void largeObject_thatChangesWhenEncodedAgain_isNotStored(@TempDir Path folder) throws Exception {
        Unsteady codec = new Unsteady((8 << 20) + 1);
        EncodedObject object = EncodedObject.of(codec, new Grid());
        DirectoryStore store = DirectoryStore.open(folder, warning -> {});

        assertThat(object.ref().size()).isEqualTo((8 << 20) + 1);
        assertThatThrownBy(() -> store.put(object.ref(), object.content()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("[STORE_VALUE_CHANGED]");
        assertThat(store.holds(object.ref())).isFalse();
    }

    @Test
    void codec_thatThrowsWhileDecoding_givesAnIOException() throws Exception {
        EncodedValue encoded = forms.of(Grid.class).encode(new Grid(1));
        Codec<Grid> broken = new Codec<>() {
            @Override
            public Class<Grid> type() {
                return Grid.class;
            }

            @Override
            public String format() {
                return "broken/1";
            }

            @Override
            public void encode(Grid value, OutputStream out) {}

            @Override
            public Grid decode(InputStream in) {
                throw new IndexOutOfBoundsException("at 5");
            }
        };

        assertThatThrownBy(() ->
                        ValueForms.of(List.of(broken)).of(Grid.class).decode(encoded.root(), MemoryObjects.of(encoded)))
                .isInstanceOf(IOException.class)
                .hasMessage("the codec broken/1 cannot read it: java.lang.IndexOutOfBoundsException: at 5");
    }

    @Test
    void encodedValue_tellsSizeAndObjects() throws Exception {
        EncodedValue encoded = forms.of(Samples.typeOf(Generics.class, "pair")).encode(new Pair<>(new Grid(1, 2), "a"));

        assertThat(encoded.refs()).containsExactly(ObjectRef.of(new byte[] {1, 2}), encoded.root());
        assertThat(encoded.bytes()).isEqualTo(2 + encoded.root().size());
    }

    static byte[] root(EncodedValue value) throws IOException {
        return MemoryObjects.of(value).content(value.root());
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
