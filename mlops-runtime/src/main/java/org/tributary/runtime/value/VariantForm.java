package org.tributary.runtime.value;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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
    public void write(Object value, DocumentWriter out) {
        Class<?> variant = variant(value);
        out.text(variant.getSimpleName());
        byClass.get(variant).write(value, out);
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

    /** The class itself, or for a constant with a body and for a subclass of what has a codec, the one above. */
    private Class<?> variant(Object value) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            if (byClass.containsKey(type)) {
                return type;
            }
        }
        throw new IllegalStateException(
                typeName + " has no variant " + value.getClass().getSimpleName());
    }
}
