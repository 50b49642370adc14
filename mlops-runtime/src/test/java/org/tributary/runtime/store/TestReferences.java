package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results that are a list of their objects, one {@code digest size} a line; pointers that are the key. */
final class TestReferences implements References {
    private static final String OTHER_FORM = "another form";

    static byte[] body(ObjectRef... refs) {
        return Stream.of(refs)
                .map(ref -> ref.digest() + " " + ref.size() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] otherForm() {
        return OTHER_FORM.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<ObjectRef> objects(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.equals(OTHER_FORM)) {
            throw new IOException(text);
        }
        return text.lines()
                .map(line -> line.split(" ", -1))
                .map(parts -> new ObjectRef(parts[0], Long.parseLong(parts[1])))
                .toList();
    }

    @Override
    public Optional<String> result(byte[] body) {
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }
}
