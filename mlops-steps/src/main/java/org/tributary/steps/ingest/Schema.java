package org.tributary.steps.ingest;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tributary.pipeline.Setting;
import org.tributary.table.Column;
import org.tributary.table.ColumnType;
import org.tributary.table.Table;

/**
 * What the columns of a file or a query must be, and what happens where they are not.
 *
 * <p>All rules are checked on all rows before anything is told. A column that is named and not there is an error. With
 * {@link Violations#ERROR} one error counts what breaks a rule and shows the first five. With {@link Violations#REJECT}
 * the rows that break a rule are set aside: the table holds the others in their order, a warning counts them, and the
 * artifact {@code <step>/rejects.csv} lists each value that breaks a rule, 100,000 at most, with its row (1 is the
 * first below the header; several files count on), file and line, empty where there are none, column, the first 200
 * characters of the value, rule and reason. A row that is set aside still counts for {@code unique}. The metric
 * {@code <step>.rejected} counts rows, {@code <step>.rejected.<rule>} values, for rules that were broken: {@code type},
 * {@code nullable}, {@code min}, {@code max}, {@code allowed}, {@code unique} and {@code pattern}.
 *
 * @param columns the rules, one for each column
 * @param violations what a value that breaks a rule does; an error by default
 * @param extra whether there may be columns without a rule; it may by default
 */
public record Schema(
        @Setting(doc = "The rules, one for each column.") List<ColumnRule> columns,

        @Setting(doc = "What a value that breaks a rule does.")
        Violations violations,

        @Setting(doc = "Whether there may be columns without a rule.")
        Extra extra) {

    /** Copies the list and checks that names are unique. */
    public Schema {
        columns = List.copyOf(columns);
        Objects.requireNonNull(violations, "violations");
        Objects.requireNonNull(extra, "extra");
        checkUnique(columns);
    }

    private static void checkUnique(List<ColumnRule> columns) {
        Map<String, ColumnRule> byName = new LinkedHashMap<>();
        for (ColumnRule rule : columns) {
            if (byName.put(rule.name(), rule) != null) {
                throw SchemaFaults.duplicate(rule.name());
            }
        }
    }

    /** Rules for no column. */
    public static Schema none() {
        return of(List.of());
    }

    /** These rules; a value that breaks one is an error, other columns are allowed. */
    public static Schema of(List<ColumnRule> columns) {
        return new Schema(columns, Violations.ERROR, Extra.ALLOW);
    }

    /** These rules; a value that breaks one is an error, other columns are allowed. */
    public static Schema of(ColumnRule... columns) {
        return of(List.of(columns));
    }

    /**
     * A rule for each component of a record, so that {@link Table#to} can make one of each row: its type, no missing value for
     * a primitive, the range of an int, the constants of an enum.
     *
     * @throws org.tributary.pipeline.PipelineException {@code TABLE_RECORD_TYPE} a component has a type that no column has
     */
    public static <R extends Record> Schema of(Class<R> type) {
        List<Column> columns = Table.from(type, List.of()).columns();
        RecordComponent[] components = type.getRecordComponents();
        List<ColumnRule> rules = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            rules.add(rule(components[i], columns.get(i).type()));
        }
        return of(rules);
    }

    private static ColumnRule rule(RecordComponent component, ColumnType type) {
        ColumnRule any = ColumnRule.of(component.getName(), type);
        ColumnRule present = component.getType().isPrimitive() ? any.required() : any;
        Class<?> value = valueType(component);
        if (value.isEnum()) {
            return present.withAllowed(Arrays.stream(value.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList());
        }
        return value == int.class || value == Integer.class
                ? present.withMin(Integer.toString(Integer.MIN_VALUE)).withMax(Integer.toString(Integer.MAX_VALUE))
                : present;
    }

    /** The type of a component, or of what its Optional holds. */
    private static Class<?> valueType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType optional
                ? (Class<?>) optional.getActualTypeArguments()[0]
                : component.getType();
    }

    /** With something else that a value does that breaks a rule. */
    public Schema withViolations(Violations violations) {
        return new Schema(columns, violations, extra);
    }

    /** With or without columns that have no rule. */
    public Schema withExtra(Extra extra) {
        return new Schema(columns, violations, extra);
    }

    /** The columns that have a rule. */
    List<String> names() {
        return columns.stream().map(ColumnRule::name).toList();
    }

    /** Refuses a column that has a type in the short form, too. */
    void checkTypes(Map<String, ColumnType> types) {
        for (ColumnRule rule : columns) {
            if (types.containsKey(rule.name())) {
                throw SchemaFaults.typeTwice(rule.name());
            }
        }
    }

    /** What a value that breaks a rule does. */
    public enum Violations {
        /** Ends the step. */
        ERROR,
        /** Its row is set aside. */
        REJECT
    }

    /** What a column without a rule does. */
    public enum Extra {
        /** It is read as usual. */
        ALLOW,
        /** It ends the step. */
        ERROR
    }
}
