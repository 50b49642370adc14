package org.tributary.runtime.value;

import java.io.IOException;
import java.util.Arrays;

/** An enum: the name of the constant. */
record EnumForm(Class<?> type) implements Form {

    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public void write(Object value, DocumentWriter out) {
        out.text(((Enum<?>) value).name());
    }

    @Override
    public Object read(DocumentReader in) throws IOException {
        String name = in.text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException(type.getSimpleName() + " has no constant " + name));
    }
}
