package org.tributary.runtime.key;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/**
 * Readable settings, for params and explanations, in the words of the configuration: {@code impute} is
 * {@code constant} and {@code impute.value} is {@code 0}. The same in every locale.
 */
public final class SettingsText {
    private SettingsText() {}

    /**
     * Gives the text of every component by its path, in order; the paths are those of {@link SettingsPaths}. What has no
     * text of its own is named by its type in parentheses; null and empty optionals are {@code none}.
     *
     * @throws PipelineException if the settings are nested too deep or an accessor fails
     */
    public static Map<String, String> of(Record settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        SettingsPaths.of(settings).forEach((path, value) -> texts.put(path, ofComponent(path, value)));
        return texts;
    }

    /** Names the type of a value; the name that the JVM makes up for a lambda changes with each start and is not used. */
    static String typeName(Object value) {
        return value.getClass().isHidden() ? "a lambda" : value.getClass().getTypeName();
    }

    private static String ofComponent(String path, @Nullable Object value) {
        return SettingsPaths.content(value) instanceof Record nested ? variant(nested) : text(value, path, 0);
    }

    private static String variant(Record settings) {
        return KebabCase.of(settings.getClass().getSimpleName());
    }

    private static String text(@Nullable Object wrapped, String path, int depth) {
        SettingsPaths.checkDepth(depth, path);
        Object value = SettingsPaths.content(wrapped);
        if (value == null) {
            return "none";
        } else if (value instanceof Record settings) {
            return record(settings, path, depth);
        } else if (value instanceof List<?> list) {
            return "[" + String.join(", ", texts(list, path, depth)) + "]";
        } else if (value instanceof Set<?> set) {
            return texts(set, path, depth).stream().sorted().toList().toString();
        } else if (value instanceof Map<?, ?> map) {
            return map(map, path, depth);
        } else if (value.getClass().isArray()) {
            return array(value, path, depth);
        }
        return value instanceof Optional ? text(value, path, depth + 1) : scalar(value);
    }

    private static List<String> texts(Iterable<?> values, String path, int depth) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(text(value, path, depth + 1)));
        return texts;
    }

    private static String record(Record settings, String path, int depth) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            String value = text(SettingsPaths.read(settings, component), path, depth + 1);
            parts.add(KebabCase.of(component.getName()) + ": " + value);
        }
        return parts.isEmpty() ? variant(settings) : "{" + variant(settings) + ": {" + String.join(", ", parts) + "}}";
    }

    private static String map(Map<?, ?> map, String path, int depth) {
        List<String> entries = new ArrayList<>();
        map.forEach((key, value) -> entries.add(text(key, path, depth + 1) + ": " + text(value, path, depth + 1)));
        entries.sort(null);
        return "{" + String.join(", ", entries) + "}";
    }

    private static String array(Object array, String path, int depth) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            texts.add(text(Array.get(array, i), path, depth + 1));
        }
        return "[" + String.join(", ", texts) + "]";
    }

    private static String scalar(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return value.toString().replaceFirst("\\.0$", "");
        } else if (value instanceof Enum<?> constant) {
            return KebabCase.ofConstant(constant.name());
        } else if (value instanceof Pattern pattern) {
            return pattern.pattern();
        } else if (value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character) {
            return value.toString();
        }
        return ScalarForm.of(value).map(form -> form.textOf(value)).orElseGet(() -> "(" + typeName(value) + ")");
    }
}
