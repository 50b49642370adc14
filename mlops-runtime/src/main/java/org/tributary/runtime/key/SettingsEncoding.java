package org.tributary.runtime.key;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/**
 * Encodes settings so that equal settings give equal bytes and different ones different bytes, on any machine and
 * locale. Each value has a tag; texts and collections have a length; a record or enum has its class name; sets and maps
 * are sorted by encoded bytes. The form is fixed: changing it makes every stored result a miss. For one use by one
 * thread.
 */
public final class SettingsEncoding {
    private final Set<Class<?>> classes = new LinkedHashSet<>();

    private SettingsEncoding() {}

    /**
     * Encodes the settings of a step.
     *
     * @return the encoding, or the reason why there is none: it names the first component whose type has no form
     * @throws PipelineException if the settings are nested too deep or an accessor fails
     */
    public static KeyPart<CanonicalSettings> of(Record settings) {
        SettingsEncoding encoding = new SettingsEncoding();
        try {
            String digest = encoding.encode(settings).digest();
            Map<String, String> components = encoding.components(SettingsPaths.of(settings));
            Map<String, String> text = SettingsText.of(settings);
            return KeyPart.of(new CanonicalSettings(digest, components, text, encoding.classes));
        } catch (UncanonicalException e) {
            return KeyPart.missing(e.reason());
        }
    }

    /** Gives the encoded bytes of settings, for those that compare them. */
    static byte[] bytes(Record settings) throws UncanonicalException {
        return new SettingsEncoding().encode(settings).toByteArray();
    }

    private CanonicalBytes encode(Record settings) throws UncanonicalException {
        CanonicalBytes bytes = new CanonicalBytes();
        write(settings, new Place("", 0), bytes);
        return bytes;
    }

    private Map<String, String> components(Map<String, @Nullable Object> paths) throws UncanonicalException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> entry : paths.entrySet()) {
            CanonicalBytes bytes = new CanonicalBytes();
            if (SettingsPaths.content(entry.getValue()) instanceof Record nested) {
                bytes.tag('R').text(nested.getClass().getName());
            } else {
                write(entry.getValue(), new Place(entry.getKey(), 0), bytes);
            }
            digests.put(entry.getKey(), bytes.digest());
        }
        return digests;
    }

    private void write(@Nullable Object value, Place at, CanonicalBytes bytes) throws UncanonicalException {
        SettingsPaths.checkDepth(at.depth, at.path);
        if (value == null) {
            bytes.tag(0);
        } else if (!primitive(value, bytes) && !composite(value, at, bytes)) {
            scalar(value, at, bytes);
        }
    }

    private static boolean primitive(Object value, CanonicalBytes bytes) {
        if (value instanceof String text) {
            bytes.tag('S').text(text);
        } else if (value instanceof Boolean truth) {
            bytes.tag('Z').tag(truth ? 1 : 0);
        } else if (value instanceof Character character) {
            bytes.tag('C').number((int) character);
        } else if (value instanceof Number number) {
            return number(number, bytes);
        } else {
            return false;
        }
        return true;
    }

    // The bits of floatToIntBits and doubleToLongBits are the same for every NaN, and differ for 0.0 and -0.0.
    private static boolean number(Number value, CanonicalBytes bytes) {
        if (value instanceof Integer) {
            bytes.tag('I').number(value.intValue());
        } else if (value instanceof Long) {
            bytes.tag('J').number(value.longValue());
        } else if (value instanceof Double number) {
            bytes.tag('D').number(Double.doubleToLongBits(number));
        } else if (value instanceof Float number) {
            bytes.tag('F').number(Float.floatToIntBits(number));
        } else if (value instanceof Short) {
            bytes.tag('H').number(value.intValue());
        } else if (value instanceof Byte) {
            bytes.tag('B').tag(value.intValue());
        } else {
            return false;
        }
        return true;
    }

    private boolean composite(Object value, Place at, CanonicalBytes bytes) throws UncanonicalException {
        if (value instanceof Record settings) {
            record(settings, at, bytes);
        } else if (value instanceof Enum<?> constant) {
            enumeration(constant, bytes);
        } else if (value instanceof List<?> list) {
            sequence(list.toArray(), at, bytes.tag('L'));
        } else if (value instanceof Set<?> set) {
            set(set, at, bytes);
        } else if (value instanceof Map<?, ?> map) {
            map(map, at, bytes);
        } else if (value.getClass().isArray()) {
            array(value, at, bytes);
        } else if (optional(value)) {
            write(
                    SettingsPaths.content(value),
                    at.inside(),
                    bytes.tag('O').text(value.getClass().getName()));
        } else {
            return false;
        }
        return true;
    }

    private void record(Record settings, Place at, CanonicalBytes bytes) throws UncanonicalException {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        classes.add(settings.getClass());
        bytes.tag('R').text(settings.getClass().getName()).number(components.length);
        for (RecordComponent component : components) {
            bytes.text(component.getName());
            write(SettingsPaths.read(settings, component), at.component(component.getName()), bytes);
        }
    }

    private void enumeration(Enum<?> constant, CanonicalBytes bytes) {
        classes.add(constant.getDeclaringClass());
        bytes.tag('E').text(constant.getDeclaringClass().getName()).text(constant.name());
    }

    private void sequence(@Nullable Object[] elements, Place at, CanonicalBytes bytes) throws UncanonicalException {
        bytes.number(elements.length);
        for (int i = 0; i < elements.length; i++) {
            write(elements[i], at.element(i), bytes);
        }
    }

    private void array(Object array, Place at, CanonicalBytes bytes) throws UncanonicalException {
        bytes.tag('A').text(array.getClass().getComponentType().getName());
        int length = Array.getLength(array);
        bytes.number(length);
        for (int i = 0; i < length; i++) {
            write(Array.get(array, i), at.element(i), bytes);
        }
    }

    private void set(Set<?> set, Place at, CanonicalBytes bytes) throws UncanonicalException {
        List<byte[]> encoded = new ArrayList<>();
        for (Object element : set) {
            encoded.add(alone(element, at.element(encoded.size())));
        }
        encoded.sort(Arrays::compareUnsigned);
        bytes.tag('U').number(encoded.size());
        encoded.forEach(bytes::bytes);
    }

    private void map(Map<?, ?> map, Place at, CanonicalBytes bytes) throws UncanonicalException {
        Map<byte[], byte[]> encoded = new TreeMap<>(Arrays::compareUnsigned);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Place place = at.element(encoded.size());
            encoded.put(alone(entry.getKey(), place), alone(entry.getValue(), place));
        }
        bytes.tag('M').number(encoded.size());
        encoded.forEach((key, value) -> bytes.bytes(key).bytes(value));
    }

    private byte[] alone(@Nullable Object value, Place at) throws UncanonicalException {
        CanonicalBytes bytes = new CanonicalBytes();
        write(value, at, bytes);
        return bytes.toByteArray();
    }

    private static boolean optional(Object value) {
        return value instanceof Optional
                || value instanceof OptionalInt
                || value instanceof OptionalLong
                || value instanceof OptionalDouble;
    }

    private static void scalar(Object value, Place at, CanonicalBytes bytes) throws UncanonicalException {
        ScalarForm<?> form = ScalarForm.of(value).orElse(null);
        if (form == null) {
            throw new UncanonicalException("setting \"" + at.path + "\" holds " + SettingsText.typeName(value)
                    + ", which has no canonical form");
        }
        bytes.tag('T').text(form.type().getName()).text(form.textOf(value));
    }

    /** Where a value stands, for messages, and how deep. */
    private record Place(String path, int depth) {
        Place component(String name) {
            String kebab = KebabCase.of(name);
            return new Place(path.isEmpty() ? kebab : path + "." + kebab, depth + 1);
        }

        Place element(int index) {
            return new Place(path + "[" + index + "]", depth + 1);
        }

        Place inside() {
            return new Place(path, depth + 1);
        }
    }
}
