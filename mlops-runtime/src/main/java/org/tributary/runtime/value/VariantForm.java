package org.tributary.runtime.value;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A sealed type: the simple name of the variant, then its components. No class name is ever read. */
final class VariantForm implements Form {

    private final String typeName;
    private final Map<Class<?>, Form> byClass;
    private final Map<String, Form> byName = new TreeMap<>();

    /** Over all variants, no two of which have one simple name. */
    VariantForm(String typeName, Map<Class<?>, Form> variants) {
        this.typeName = typeName;
        this.byClass = new HashMap<>(variants);
        variants.forEach((type, form) -> byName.put(type.getSimpleName(), form));
    }

    @Override
    public String name() {
        return byName.entrySet().stream()
                .map(variant -> variant.getKey() + "=" + variant.getValue().name())
                .collect(Collectors.joining("|", typeName + "{", "}"));
    }

    @Override
    public boolean reorders() {
        return byClass.values().stream().anyMatch(Form::reorders);
    }

    @Override
    public void write(Object value, DocumentWriter out) {
        Class<?> type = value.getClass();
        while (!byClass.containsKey(type)) {
            // A constant with a body, or a subclass of what has a codec: the variant is the class above.
            type = above(type, value);
        }
        out.text(type.getSimpleName());
        Objects.requireNonNull(byClass.get(type)).write(value, out);
    }

    private Class<?> above(Class<?> type, Object value) {
        Class<?> above = type.getSuperclass();
        if (above == null) {
            throw new IllegalStateException(
                    typeName + " has no variant " + value.getClass().getSimpleName());
        }
        return above;
    }

    @Override
    public Object read(DocumentReader in) throws IOException {
        String variant = in.text();
        Form form = byName.get(variant);
        if (form == null) {
            throw new IOException(typeName + " has no variant " + variant);
        }
        return form.read(in);
    }
}
