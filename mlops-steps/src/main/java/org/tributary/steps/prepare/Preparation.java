package org.tributary.steps.prepare;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.Column;
import org.tributary.table.Table;

/**
 * What {@link Prepare} learnt from the training part: turns rows into the numbers that a model takes in.
 *
 * <p>A row of a table and the same row alone give the same numbers, bit for bit. Columns that the preparation does not know
 * are not looked at. <b>Equality</b> is by what was learnt. <b>Threads:</b> safe. <b>Failure:</b> a missing column, a value
 * of another type, and what the settings do not allow are a {@link PipelineException} each.
 */
public final class Preparation {

    private final String target;
    private final List<FittedColumn> columns;
    private final List<String> features;
    private final String[] names;
    private final BoundColumn[] bound;
    private final int mostSet;
    private final int mostOfOne;

    Preparation(String target, Collection<FittedColumn> columns) {
        this.target = target;
        this.columns = List.copyOf(columns);
        this.features = sortedFeatures(columns);
        this.names = new String[this.columns.size()];
        this.bound = new BoundColumn[names.length];
        int most = 0;
        int all = 0;
        for (int at = 0; at < names.length; at++) {
            names[at] = this.columns.get(at).name();
            bound[at] = bind(this.columns.get(at), features);
            most = Math.max(most, bound[at].most());
            all += bound[at].most();
        }
        this.mostSet = all;
        this.mostOfOne = most;
    }

    private static List<String> sortedFeatures(Collection<FittedColumn> columns) {
        TreeSet<String> sorted = new TreeSet<>();
        for (FittedColumn column : columns) {
            for (String feature : column.features()) {
                if (!sorted.add(feature)) {
                    throw Faults.featureClash(feature);
                }
            }
        }
        return List.copyOf(sorted);
    }

    private static BoundColumn bind(FittedColumn column, List<String> sorted) {
        List<String> own = column.features();
        int[] positions = new int[own.size()];
        for (int at = 0; at < positions.length; at++) {
            positions[at] = Collections.binarySearch(sorted, own.get(at));
        }
        return column.bind(positions);
    }

    /** The name of the column to find, which no row needs. */
    public String target() {
        return target;
    }

    /** The columns that a row needs, in the order of the training table. */
    public List<InputColumn> columns() {
        return columns.stream()
                .map(column -> new InputColumn(column.name(), column.type()))
                .toList();
    }

    /** The names of the features, sorted by {@link String#compareTo}. */
    public List<String> featureNames() {
        return features;
    }

    List<FittedColumn> fitted() {
        return columns;
    }

    /** The features of a table, which has the columns in any order and may have others. */
    public Features apply(Table table) {
        Cell[] cells = new Cell[bound.length];
        for (int at = 0; at < cells.length; at++) {
            String name = names[at];
            Column column = table.find(name).orElseThrow(() -> Faults.noColumn(name, table.columnNames()));
            cells[at] = bound[at].cell(column);
        }
        return new Features(features, cells, mostSet, table.rowCount());
    }

    /**
     * The features of one row by position, in an array of the caller's own.
     *
     * @param row values by name of column: a {@link Number}, a String or a Boolean; null or NaN if missing
     */
    public double[] apply(Map<String, ? extends @Nullable Object> row) {
        int[] ids = new int[mostOfOne];
        double[] values = new double[mostOfOne];
        double[] all = new double[features.size()];
        for (int at = 0; at < bound.length; at++) {
            int size = bound[at].read(value(row, names[at]), ids, values, 0);
            for (int set = 0; set < size; set++) {
                all[ids[set]] = values[set];
            }
        }
        return all;
    }

    /** How many features a row sets at most: the length that {@link #read} needs. */
    public int mostSet() {
        return mostSet;
    }

    /** Reads the features that one row sets, as {@link Features#read} does for a row of a table. */
    public int read(Map<String, ? extends @Nullable Object> row, int[] ids, double[] values) {
        int size = 0;
        for (int at = 0; at < bound.length; at++) {
            size = bound[at].read(value(row, names[at]), ids, values, size);
        }
        return size;
    }

    private static @Nullable Object value(Map<String, ? extends @Nullable Object> row, String name) {
        Object value = row.get(name);
        if (value == null && !row.containsKey(name)) {
            throw Faults.noValue(name, row.keySet());
        }
        return value;
    }

    /** The document {@code preparation.json}: equal preparations give equal bytes. */
    public byte[] toJson() {
        return PreparationJson.write(this);
    }

    /**
     * Reads what {@link #toJson} wrote; each field is checked.
     *
     * @param document what the bytes are, for messages
     */
    public static Preparation fromJson(byte[] bytes, String document) {
        return PreparationJson.read(bytes, document);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Preparation that && target.equals(that.target) && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * target.hashCode() + columns.hashCode();
    }

    /** The target and the columns, without what was learnt of them. */
    @Override
    public String toString() {
        Stream<String> shown = columns.stream()
                .map(column -> column.name() + " (" + column.type().label() + ")");
        return "Preparation for \"" + target + "\" from " + String.join(", ", shown.toList()) + ": " + features.size()
                + " features";
    }
}
