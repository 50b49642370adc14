package org.tributary.steps.train;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.FeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ExampleProto;
import org.tribuo.util.Merger;

/** A row as Tribuo sees it: the names are shared by all rows, nothing can be changed. Saved as a plain ArrayExample. */
final class FeatureExample extends Example<Label> {

    private final String[] names;
    private final FeatureRow row;

    /** @param names the names of all features by position, sorted */
    FeatureExample(Label label, String[] names, FeatureRow row) {
        super(label);
        this.names = names;
        this.row = row;
    }

    @Override
    public int size() {
        return row.size();
    }

    @Override
    public Iterator<Feature> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < row.size();
            }

            @Override
            public Feature next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return feature(next++);
            }
        };
    }

    private Feature feature(int at) {
        return new Feature(names[row.id(at)], row.values()[at]);
    }

    /** Null, as Tribuo has it, if the row does not set the feature. */
    @Override
    public @Nullable Feature lookup(String name) {
        int id = Arrays.binarySearch(names, name);
        int at = id < 0 ? -1 : row.at(id);
        return at < 0 ? null : feature(at);
    }

    @Override
    public boolean isDense(FeatureMap map) {
        return row.size() == map.size();
    }

    @Override
    public boolean validateExample() {
        return row.size() > 0;
    }

    @Override
    public Example<Label> copy() {
        return new ArrayExample<>(this);
    }

    @Override
    public ExampleProto serialize() {
        return new ArrayExample<>(this).serialize();
    }

    /** The names are shared already. */
    @Override
    public void canonicalize(FeatureMap map) {}

    @Override
    protected void sort() {}

    @Override
    public void add(Feature feature) {
        throw unchangeable();
    }

    @Override
    public void addAll(Collection<? extends Feature> features) {
        throw unchangeable();
    }

    @Override
    public void removeFeatures(List<Feature> features) {
        if (!features.isEmpty()) {
            throw unchangeable();
        }
    }

    @Override
    public void reduceByName(Merger merger) {}

    @Override
    protected void densify(List<String> featureNames) {
        throw unchangeable();
    }

    @Override
    public void set(Feature feature) {
        throw unchangeable();
    }

    private static UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException("this row cannot be changed: copy() gives one that can");
    }

    @Override
    public String toString() {
        return new ArrayExample<>(this).toString();
    }
}
