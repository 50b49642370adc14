package org.tributary.steps.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.prepare.InputColumn;

/**
 * Reads records as rows: a component stands for the column of its name, or else for the one whose letters and digits are the
 * same ({@code bodyMassG} for {@code Body Mass (g)}), if there is only one. Threads: safe.
 */
final class RecordRows {

    private final List<InputColumn> columns;
    private final Map<Class<?>, Map<String, Method>> known = new ConcurrentHashMap<>();

    RecordRows(List<InputColumn> columns) {
        this.columns = columns;
    }

    /** The values by name of column; components that no column goes by keep their own name. */
    Map<String, @Nullable Object> row(Record record) {
        Map<String, @Nullable Object> row = new HashMap<>();
        known.computeIfAbsent(record.getClass(), this::accessors)
                .forEach((column, accessor) -> row.put(column, value(record, accessor)));
        return row;
    }

    private Map<String, Method> accessors(Class<?> type) {
        Map<String, Method> accessors = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAccessor().trySetAccessible()) {
                throw new PipelineException("[MODEL_RECORD] the components of " + type.getName()
                        + " cannot be read. Open its package, or give the row as a map.");
            }
            accessors.put(column(component.getName()), component.getAccessor());
        }
        return accessors;
    }

    private String column(String component) {
        if (columns.stream().anyMatch(column -> column.name().equals(component))) {
            return component;
        }
        List<String> alike = columns.stream()
                .map(InputColumn::name)
                .filter(name -> letters(name).equals(letters(component)))
                .toList();
        return alike.size() == 1 ? alike.get(0) : component;
    }

    private static String letters(String name) {
        int[] kept = name.codePoints().filter(Character::isLetterOrDigit).toArray();
        return new String(kept, 0, kept.length).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object value(Record record, Method accessor) {
        try {
            return plain(accessor.invoke(record));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new PipelineException(
                    "[MODEL_RECORD] " + record.getClass().getName() + "." + accessor.getName() + "() failed: "
                            + e.getCause() + ".",
                    e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
