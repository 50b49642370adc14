package org.tributary.runtime.value;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A sealed type or an enum: the simple name of the variant, then its components. No class name is ever read. */
record VariantForm(String typeName, Map<String, Form> variants) implements Form {

    VariantForm {
        variants = new TreeMap<>(variants);
    }

    @Override
    public String name() {
        return variants.entrySet().stream()
                .map(variant -> variant.getKey() + "=" + variant.getValue().name())
                .collect(Collectors.joining("|", typeName + "{", "}"));
    }

    @Override
    public void write(Object value, DocumentWriter out) {
        String variant = value.getClass().getSimpleName();
        out.text(variant);
        find(variant).write(value, out);
    }

    @Override
    public Object read(DocumentReader in) throws IOException {
        String variant = in.text();
        Form form = variants.get(variant);
        if (form == null) {
            throw new IOException(typeName + " has no variant " + variant);
        }
        return form.read(in);
    }

    private Form find(String variant) {
        Form form = variants.get(variant);
        if (form == null) {
            throw new IllegalStateException(typeName + " has no variant " + variant);
        }
        return form;
    }
}
