package org.tributary.table;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;

/**
 * Immutable named columns of equal length, the value that flows between the steps.
 *
 * <p>Row order and column order are part of the value. Every operation gives a new table that shares the data it did
 * not change: {@link #rows} and {@link #slice} hold at most one array of positions for all columns. <b>Equality</b> is
 * by names, types and values, whatever view or dictionary holds them. <b>Threads:</b> safe. <b>Failure:</b> a name that
 * is not there is a {@link PipelineException} {@code TABLE_NO_COLUMN} with the names there are; a row that is not there
 * an {@link IndexOutOfBoundsException}.
 */
public final class Table {
    private final Map<String, Column> columns;
    private final int rowCount;

    private Table(Map<String, Column> columns) {
        this.columns = columns;
        this.rowCount =
                columns.isEmpty() ? 0 : columns.values().iterator().next().size();
    }

    /**
     * A table of these columns in this order.
     *
     * @throws PipelineException {@code TABLE_DUPLICATE_COLUMN} two have one name, {@code TABLE_UNEQUAL_LENGTHS} they
     *     differ in length
     */
    public static Table of(Collection<? extends Column> columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        for (Column column : columns) {
            if (byName.put(column.name(), column) != null) {
                throw duplicate(column.name());
            }
        }
        byName.values().forEach(column -> checkLength(column, columns.iterator().next()));
        return new Table(byName);
    }

    private static PipelineException duplicate(String name) {
        return new PipelineException("[TABLE_DUPLICATE_COLUMN] the table would have two columns \"" + name
                + "\": names are unique. Rename or drop one.");
    }

    private static void checkLength(Column column, Column first) {
        if (column.size() != first.size()) {
            throw new PipelineException("[TABLE_UNEQUAL_LENGTHS] column \"" + first.name() + "\" has " + first.size()
                    + " rows and column \"" + column.name() + "\" has " + column.size() + ": all must be equal.");
        }
    }

    /**
     * A table with a row for each record and a column for each component: double, long, int, String, enum, boolean,
     * LocalDateTime, LocalDate or Instant (in UTC), boxed ones, or an Optional of one. Null, an empty Optional and NaN are
     * missing.
     *
     * @throws PipelineException {@code TABLE_RECORD_TYPE} a component has another type
     */
    public static <R extends Record> Table from(Class<R> type, List<? extends R> records) {
        return RecordRows.table(type, records);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many rows there are; 0 if there are no columns. */
    public int rowCount() {
        return rowCount;
    }

    /** The columns in order. */
    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /** The names in order. */
    public List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    /** Whether there is a column of this name. */
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /** The column of this name, if there is one. */
    public Optional<Column> find(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /**
     * The column of this name.
     *
     * @throws PipelineException {@code TABLE_NO_COLUMN} there is none
     */
    public Column column(String name) {
        return find(name).orElseThrow(() -> ColumnNames.unknown(name, columns.keySet()));
    }

    /**
     * The decimal numbers of this name; whole numbers are copied into decimal ones.
     *
     * @throws PipelineException {@code TABLE_NO_COLUMN} there is none, {@code TABLE_WRONG_TYPE} it holds something else
     */
    public NumberColumn numbers(String name) {
        return column(name) instanceof WholeColumn whole
                ? whole.asNumbers()
                : typed(name, NumberColumn.class, "number");
    }

    /**
     * The whole numbers of this name.
     *
     * @throws PipelineException {@code TABLE_NO_COLUMN} there is none, {@code TABLE_WRONG_TYPE} it holds something else
     */
    public WholeColumn wholes(String name) {
        return typed(name, WholeColumn.class, "whole");
    }

    /**
     * The text of this name.
     *
     * @throws PipelineException {@code TABLE_NO_COLUMN} there is none, {@code TABLE_WRONG_TYPE} it holds something else
     */
    public TextColumn text(String name) {
        return typed(name, TextColumn.class, "text");
    }

    /**
     * The column of true and false of this name.
     *
     * @throws PipelineException {@code TABLE_NO_COLUMN} there is none, {@code TABLE_WRONG_TYPE} it holds something else
     */
    public BooleanColumn booleans(String name) {
        return typed(name, BooleanColumn.class, "boolean");
    }

    /**
     * The dates and times of this name.
     *
     * @throws PipelineException {@code TABLE_NO_COLUMN} there is none, {@code TABLE_WRONG_TYPE} it holds something else
     */
    public TimeColumn times(String name) {
        return typed(name, TimeColumn.class, "time");
    }

    private <C extends Column> C typed(String name, Class<C> type, String wanted) {
        Column column = column(name);
        if (!type.isInstance(column)) {
            throw new PipelineException(
                    "[TABLE_WRONG_TYPE] column \"%s\" holds type %s, not %s. Declare or convert its type before this use."
                            .formatted(name, column.type().label(), wanted));
        }
        return type.cast(column);
    }

    /** Only these columns, in this order. */
    public Table select(List<String> names) {
        return of(names.stream().map(this::column).toList());
    }

    /** All but these columns. */
    public Table drop(Collection<String> names) {
        names.forEach(this::column);
        Set<String> dropped = new HashSet<>(names);
        return new Table(kept(dropped));
    }

    private Map<String, Column> kept(Set<String> dropped) {
        Map<String, Column> kept = new LinkedHashMap<>(columns);
        kept.keySet().removeAll(dropped);
        return kept;
    }

    /**
     * With this column in the place of the one of its name, or as the last one.
     *
     * @throws PipelineException {@code TABLE_UNEQUAL_LENGTHS} its length differs from the table's
     */
    public Table with(Column column) {
        if (!columns.isEmpty()) {
            checkLength(column, columns.values().iterator().next());
        }
        Map<String, Column> changed = new LinkedHashMap<>(columns);
        changed.put(column.name(), column);
        return new Table(changed);
    }

    /**
     * With other names for some columns, all at once: two names can be exchanged.
     *
     * @param newNames new name by old name
     * @throws PipelineException {@code TABLE_NO_COLUMN} an old name is not there, {@code TABLE_DUPLICATE_COLUMN} two
     *     columns would have one name
     */
    public Table rename(Map<String, String> newNames) {
        newNames.keySet().forEach(this::column);
        return each(column -> column.named(newNames.getOrDefault(column.name(), column.name())));
    }

    /** These rows in this order, a row as often as it is named: a view. */
    public Table rows(int[] rows) {
        return shown(index -> index.pick(rows));
    }

    /** The rows from the first to before the second position: a view. */
    public Table slice(int from, int to) {
        Objects.checkFromToIndex(from, to, rowCount);
        return shown(index -> index.slice(from, to));
    }

    /** Columns that share positions share the new ones, too. */
    private Table shown(UnaryOperator<RowIndex> change) {
        Map<RowIndex, Shown> shared = new HashMap<>();
        return each(column -> column.fold(
                shared.computeIfAbsent(column.fold(IndexOf.COLUMN), index -> new Shown(change.apply(index)))));
    }

    private Table each(UnaryOperator<Column> change) {
        return of(columns.values().stream().map(change).toList());
    }

    /** One row. */
    public Row row(int row) {
        return new Row(this, Objects.checkIndex(row, rowCount));
    }

    /**
     * A record for each row, from the columns that are named as its components; others are left out.
     *
     * @throws PipelineException {@code TABLE_NO_COLUMN} or {@code TABLE_WRONG_TYPE} a component has no fitting column,
     *     {@code TABLE_MISSING_VALUE} a long, int or boolean has no value, {@code TABLE_NO_CONSTANT} an enum does not have
     *     the text, {@code TABLE_TOO_GREAT} an int cannot hold a number, {@code TABLE_RECORD} the constructor failed
     */
    public <R extends Record> List<R> to(Class<R> type) {
        return RecordRows.records(type, this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table that && columns().equals(that.columns());
    }

    @Override
    public int hashCode() {
        return columns().hashCode();
    }

    /** The columns with type and missing values, and the first five rows. */
    @Override
    public String toString() {
        return ColumnText.table(this);
    }

    /** Collects the columns of a table; for small tables and tests. Not thread safe. */
    public static final class Builder {
        private final List<Column> columns = new ArrayList<>();

        private Builder() {}

        /** Adds decimal numbers; NaN is missing. */
        public Builder numbers(String name, double... values) {
            return add(NumberColumn.of(name, values));
        }

        /** Adds whole numbers, none of them missing. */
        public Builder wholes(String name, long... values) {
            return add(WholeColumn.of(name, values));
        }

        /** Adds text; null is missing. */
        public Builder text(String name, @Nullable String... values) {
            return add(TextColumn.of(name, values));
        }

        /** Adds true and false; null is missing. */
        public Builder booleans(String name, @Nullable Boolean... values) {
            return add(BooleanColumn.of(name, values));
        }

        /** Adds dates and times; null is missing. */
        public Builder times(String name, @Nullable LocalDateTime... values) {
            return add(TimeColumn.of(name, values));
        }

        /** Adds a column. */
        public Builder add(Column column) {
            columns.add(column);
            return this;
        }

        /** The table; the errors are those of {@link Table#of(Collection)}. */
        public Table build() {
            return of(columns);
        }
    }
}
