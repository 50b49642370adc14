package org.tributary.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/** Turns records into the rows of a table and back. */
final class RecordRows {
    private RecordRows() {}

    static <R extends Record> Table table(Class<R> type, List<? extends R> records) {
        List<Column> columns = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            RecordField field = RecordField.of(component);
            ColumnBuilder builder = field.builder();
            for (R each : records) {
                field.add(value(component, each), builder);
            }
            columns.add(builder.build());
        }
        return Table.of(columns);
    }

    private static @Nullable Object value(RecordComponent component, Record each) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(each);
        } catch (ReflectiveOperationException e) {
            throw failed(each.getClass(), e);
        }
    }

    static <R extends Record> List<R> records(Class<R> type, Table table) {
        RecordComponent[] components = type.getRecordComponents();
        RecordField[] fields = Arrays.stream(components).map(RecordField::of).toArray(RecordField[]::new);
        Column[] columns = Arrays.stream(fields).map(field -> field.in(table)).toArray(Column[]::new);
        Constructor<R> constructor = constructor(type, components);
        List<R> records = new ArrayList<>(table.rowCount());
        for (int row = 0; row < table.rowCount(); row++) {
            @Nullable Object[] values = new @Nullable Object[fields.length];
            for (int i = 0; i < fields.length; i++) {
                values[i] = fields[i].value(columns[i], row);
            }
            records.add(made(constructor, values));
        }
        return List.copyOf(records);
    }

    private static <R extends Record> Constructor<R> constructor(Class<R> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw failed(type, e);
        }
    }

    private static <R> R made(Constructor<R> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw failed(constructor.getDeclaringClass(), e);
        }
    }

    private static PipelineException failed(Class<?> type, ReflectiveOperationException e) {
        Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
        return new PipelineException(
                "[TABLE_RECORD] record " + type.getSimpleName() + " refused its values: " + cause.getMessage(), cause);
    }
}
