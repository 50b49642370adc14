package org.tributary.runtime.config;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The choice of a variant as it is written: {@code median} alone, or {@code {constant: {value: 0}}}.
 *
 * @param id the id
 * @param settings what is written for its components
 */
record VariantText(Tree.Scalar id, Map<String, Tree.Entry> settings) {

    /** Reads the two forms; empty for anything else. */
    static Optional<VariantText> of(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.isEmpty() ? Optional.empty() : Optional.of(new VariantText(scalar, Map.of()));
        }
        return tree instanceof Tree.Mapping mapping && !mapping.entries().isEmpty()
                ? of(mapping.entries())
                : Optional.empty();
    }

    /** The first entry is the variant; others are its settings if an override put them there. */
    private static Optional<VariantText> of(Map<String, Tree.Entry> entries) {
        Iterator<Map.Entry<String, Tree.Entry>> all = entries.entrySet().iterator();
        Map.Entry<String, Tree.Entry> first = all.next();
        Map<String, Tree.Entry> settings = new LinkedHashMap<>();
        Tree.Entry variant = first.getValue();
        if (variant.value() instanceof Tree.Mapping inner) {
            settings.putAll(inner.entries());
        } else if (!variant.value().isEmpty()) {
            return Optional.empty();
        }
        while (all.hasNext()) {
            Map.Entry<String, Tree.Entry> other = all.next();
            if (other.getValue().key().line() > 0) {
                return Optional.empty();
            }
            settings.put(other.getKey(), other.getValue());
        }
        return Optional.of(
                new VariantText(new Tree.Scalar(first.getKey(), first.getKey(), true, variant.key()), settings));
    }

    Given given(String path) {
        return new Given(settings, id.place(), path, List.of());
    }
}
