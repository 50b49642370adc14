package org.tributary.runtime.value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Forms of lists, sets, maps and optionals. */
final class ContainerForms {

    private ContainerForms() {}

    private static byte[] encode(Form form, Object value, DocumentWriter out) {
        DocumentWriter nested = out.nested();
        form.write(value, nested);
        return nested.toBytes();
    }

    private static List<Object> readAll(Form element, DocumentReader in) throws IOException {
        int count = in.count();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(in.nested(element));
        }
        return values;
    }

    record ListForm(Form element) implements Form {

        @Override
        public String name() {
            return "list(" + element.name() + ")";
        }

        @Override
        public boolean reorders() {
            return element.reorders();
        }

        @Override
        public void write(Object value, DocumentWriter out) {
            List<?> list = (List<?>) value;
            out.number(list.size());
            for (Object one : list) {
                out.bytes(encode(element, one, out));
            }
        }

        @Override
        public Object read(DocumentReader in) throws IOException {
            return List.copyOf(readAll(element, in));
        }
    }

    /** Elements are sorted by their bytes, since equal sets may iterate in different orders. */
    record SetForm(Form element) implements Form {

        @Override
        public String name() {
            return "set(" + element.name() + ")";
        }

        @Override
        public boolean reorders() {
            return true;
        }

        @Override
        public void write(Object value, DocumentWriter out) {
            List<byte[]> all = new ArrayList<>();
            for (Object one : (Collection<?>) value) {
                all.add(encode(element, one, out));
            }
            all.sort(Arrays::compareUnsigned);
            out.number(all.size());
            all.forEach(out::bytes);
        }

        @Override
        public Object read(DocumentReader in) throws IOException {
            return Collections.unmodifiableSet(new LinkedHashSet<>(readAll(element, in)));
        }
    }

    /** Entries are sorted by the bytes of their keys, since equal maps may iterate in different orders. */
    record MapForm(Form key, Form element) implements Form {

        @Override
        public String name() {
            return "map(" + key.name() + "," + element.name() + ")";
        }

        @Override
        public boolean reorders() {
            return true;
        }

        @Override
        public void write(Object value, DocumentWriter out) {
            Map<byte[], byte[]> sorted = new TreeMap<>(Arrays::compareUnsigned);
            ((Map<?, ?>) value).forEach((k, v) -> sorted.put(encode(key, k, out), encode(element, v, out)));
            out.number(sorted.size());
            sorted.forEach((k, v) -> {
                out.bytes(k);
                out.bytes(v);
            });
        }

        @Override
        public Object read(DocumentReader in) throws IOException {
            int count = in.count();
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                map.put(in.nested(key), in.nested(element));
            }
            return Collections.unmodifiableMap(map);
        }
    }

    record OptionalForm(Form element) implements Form {

        @Override
        public String name() {
            return "optional(" + element.name() + ")";
        }

        @Override
        public boolean reorders() {
            return element.reorders();
        }

        @Override
        public void write(Object value, DocumentWriter out) {
            Optional<?> optional = (Optional<?>) value;
            out.number(optional.isPresent() ? 1 : 0);
            optional.ifPresent(content -> element.write(content, out));
        }

        @Override
        public Object read(DocumentReader in) throws IOException {
            return in.flag() ? Optional.of(element.read(in)) : Optional.empty();
        }
    }

    static boolean isContainer(Class<?> type) {
        return type == List.class || type == Set.class || type == Map.class || type == Optional.class;
    }
}
