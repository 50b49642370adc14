package org.tributary.table;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/** A component of a record beside the column of its name. */
final class RecordField {
    private static final Map<Class<?>, ColumnType> TYPES = Map.ofEntries(
            Map.entry(double.class, ColumnType.NUMBER),
            Map.entry(Double.class, ColumnType.NUMBER),
            Map.entry(long.class, ColumnType.WHOLE),
            Map.entry(Long.class, ColumnType.WHOLE),
            Map.entry(int.class, ColumnType.WHOLE),
            Map.entry(Integer.class, ColumnType.WHOLE),
            Map.entry(String.class, ColumnType.TEXT),
            Map.entry(boolean.class, ColumnType.BOOLEAN),
            Map.entry(Boolean.class, ColumnType.BOOLEAN),
            Map.entry(LocalDateTime.class, ColumnType.TIME),
            Map.entry(LocalDate.class, ColumnType.TIME),
            Map.entry(Instant.class, ColumnType.TIME));

    private final String name;
    private final Class<?> type;
    private final boolean optional;
    private final ColumnType columnType;

    private RecordField(RecordComponent component, Class<?> type, boolean optional) {
        this.name = component.getName();
        this.type = type;
        this.optional = optional;
        this.columnType = columnType(component, type);
    }

    static RecordField of(RecordComponent component) {
        boolean optional = component.getType() == Optional.class;
        boolean typed = optional
                && component.getGenericType() instanceof ParameterizedType parameterized
                && parameterized.getActualTypeArguments()[0] instanceof Class<?>;
        Class<?> type = typed
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
        return new RecordField(component, type, optional);
    }

    private static ColumnType columnType(RecordComponent component, Class<?> type) {
        ColumnType columnType = type.isEnum() ? ColumnType.TEXT : TYPES.get(type);
        if (columnType == null) {
            throw new PipelineException("[TABLE_RECORD_TYPE] component \"" + component.getName() + "\" of record "
                    + component.getDeclaringRecord().getSimpleName() + " has type " + type.getSimpleName()
                    + ": columns hold double, long, int, String, enums, boolean, LocalDateTime, LocalDate and Instant,"
                    + " boxed or in an Optional, too.");
        }
        return columnType;
    }

    ColumnBuilder builder() {
        return switch (columnType) {
            case NUMBER -> NumberColumn.builder(name);
            case WHOLE -> WholeColumn.builder(name);
            case TEXT -> TextColumn.builder(name);
            case BOOLEAN -> BooleanColumn.builder(name);
            case TIME -> TimeColumn.builder(name);
        };
    }

    /** Adds a component's value to a builder of this field; null and an empty Optional are missing. */
    void add(@Nullable Object value, ColumnBuilder builder) {
        Object present = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        if (present == null) {
            builder.addMissing();
        } else if (builder instanceof NumberColumn.Builder numbers) {
            numbers.add((Double) present);
        } else if (builder instanceof WholeColumn.Builder wholes) {
            wholes.add(((Number) present).longValue());
        } else if (builder instanceof TextColumn.Builder text) {
            text.add(present instanceof Enum<?> constant ? constant.name() : (String) present);
        } else if (builder instanceof BooleanColumn.Builder booleans) {
            booleans.add((Boolean) present);
        } else if (builder instanceof TimeColumn.Builder times) {
            times.add(dateTime(present));
        }
    }

    private static LocalDateTime dateTime(Object time) {
        if (time instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        return time instanceof Instant instant
                ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                : (LocalDateTime) time;
    }

    /** The column of this name, whole numbers as decimal ones where these are wanted. */
    Column in(Table table) {
        return switch (columnType) {
            case NUMBER -> table.numbers(name);
            case WHOLE -> table.wholes(name);
            case TEXT -> table.text(name);
            case BOOLEAN -> table.booleans(name);
            case TIME -> table.times(name);
        };
    }

    /** What the component takes for a row of the column. */
    @Nullable
    Object value(Column column, int row) {
        if (column.isMissing(row)) {
            return missing(row);
        }
        Object value = converted(column.fold(new Row.Value(row)));
        return optional ? Optional.of(value) : value;
    }

    private @Nullable Object missing(int row) {
        if (optional) {
            return Optional.empty();
        } else if (columnType == ColumnType.NUMBER) {
            return Double.NaN;
        } else if (type.isPrimitive()) {
            throw new PipelineException("[TABLE_MISSING_VALUE] column \"" + name + "\" has no value in row " + (row + 1)
                    + ", which a component of type " + type + " needs. Use an Optional, or drop such rows.");
        }
        return null;
    }

    private Object converted(Object value) {
        if (type == int.class || type == Integer.class) {
            return exactInt((Long) value);
        } else if (type == LocalDate.class) {
            return ((LocalDateTime) value).toLocalDate();
        } else if (type == Instant.class) {
            return ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
        }
        return type.isEnum() ? constant((String) value) : value;
    }

    private int exactInt(long value) {
        if (value != (int) value) {
            throw new PipelineException("[TABLE_TOO_GREAT] column \"" + name + "\" holds " + value
                    + ", which is too great for a component of type " + type.getSimpleName() + ". Use long.");
        }
        return (int) value;
    }

    private Object constant(String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new PipelineException("[TABLE_NO_CONSTANT] column \"" + name + "\" holds \"" + text + "\", which "
                + type.getSimpleName() + " does not have.");
    }
}
