package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tributary.runtime.store.ObjectRef;
import org.tributary.runtime.store.References;

/** What runs keep in a store, for those who look after it: the objects of a result, and the result of a pointer. */
public final class StoredForm implements References {

    private static final StoredForm FORM = new StoredForm();

    private StoredForm() {}

    /** The form of this version. Safe for several threads. */
    public static References references() {
        return FORM;
    }

    @Override
    public List<ObjectRef> objects(byte[] body) throws IOException {
        return StepResult.fromBytes(body).objects().toList();
    }

    @Override
    public Optional<String> result(byte[] body) {
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }
}
