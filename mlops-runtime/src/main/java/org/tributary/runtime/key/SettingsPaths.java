package org.tributary.runtime.key;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Setting;

/**
 * Reads the components of settings, and lays nested records out as paths: {@code impute}, {@code impute.value}. Names
 * are in kebab case.
 */
final class SettingsPaths {
    /** How deep records, lists and maps of settings may be nested. */
    static final int MAX_DEPTH = 64;

    private SettingsPaths() {}

    /**
     * Gives every component by its path, in order. A nested record is there itself, and its components follow below its
     * path, or at its own level if {@link Setting#inline()} says so; a clash of such names is refused at registration.
     *
     * @throws PipelineException if records are nested too deep or an accessor fails
     */
    static Map<String, @Nullable Object> of(Record settings) {
        Map<String, @Nullable Object> paths = new LinkedHashMap<>();
        add(settings, "", 0, paths);
        return paths;
    }

    /** Gives the value of one component, read by its accessor, of a record of any visibility. */
    static @Nullable Object read(Record settings, RecordComponent component) {
        Method accessor = component.getAccessor();
        if (!accessor.canAccess(settings) && !accessor.trySetAccessible()) {
            throw closed(settings.getClass(), component);
        }
        try {
            return accessor.invoke(settings);
        } catch (IllegalAccessException e) {
            throw closed(settings.getClass(), component);
        } catch (InvocationTargetException e) {
            throw failed(settings.getClass(), component, e.getTargetException());
        }
    }

    /** Gives what an optional of any kind holds, null if nothing; any other value is given back. */
    static @Nullable Object content(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        } else if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        } else if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        } else if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return value;
    }

    /** Refuses what is nested too deep. */
    static void checkDepth(int depth, String path) {
        if (depth > MAX_DEPTH) {
            throw new PipelineException("[SETTINGS_TOO_DEEP] settings may be nested " + MAX_DEPTH + " deep: \"" + path
                    + "\" goes deeper. Look for a list or map that contains itself.");
        }
    }

    private static void add(Record settings, String prefix, int depth, Map<String, @Nullable Object> paths) {
        checkDepth(depth, prefix);
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            String path = prefix + KebabCase.of(component.getName());
            Object value = read(settings, component);
            paths.put(path, value);
            if (content(value) instanceof Record nested) {
                add(nested, inline(component) ? prefix : path + ".", depth + 1, paths);
            }
        }
    }

    private static boolean inline(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        return setting != null && setting.inline();
    }

    private static PipelineException closed(Class<?> type, RecordComponent component) {
        return new PipelineException("[SETTING_CLOSED] setting \"" + KebabCase.of(component.getName())
                + "\" cannot be read: module " + type.getModule().getName() + " keeps " + type.getName()
                + " to itself. Make the record public, or open package " + type.getPackageName()
                + " to org.tributary.runtime.");
    }

    private static PipelineException failed(Class<?> type, RecordComponent component, Throwable cause) {
        return new PipelineException(
                "[SETTING_UNREADABLE] setting \"" + KebabCase.of(component.getName()) + "\" cannot be read: "
                        + type.getName() + "." + component.getName() + "() threw " + cause
                        + ". An accessor must only return the value.",
                cause);
    }
}
