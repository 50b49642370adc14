package org.tributary.runtime.value;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stands for a record within itself, while its form is being built and afterwards. Set once, before it is used. */
final class RecursiveForm implements Form {

    private final String name;
    private volatile @Nullable Form target;

    RecursiveForm(String name) {
        this.name = name;
    }

    void resolve(Form form) {
        target = form;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(Object value, DocumentWriter out) {
        Objects.requireNonNull(target).write(value, out);
    }

    @Override
    public Object read(DocumentReader in) throws IOException {
        return Objects.requireNonNull(target).read(in);
    }
}
