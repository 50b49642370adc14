package org.tributary.runtime.config;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one record: reads what is written, takes the rest from the record's defaults, and calls its constructor once.
 *
 * <p>For one use by one thread.
 */
final class RecordBinding {

    private final Binder binder;
    private final Shape shape;
    private final Given given;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private boolean failed;

    RecordBinding(Binder binder, Shape shape, Given given) {
        this.binder = binder;
        this.shape = shape;
        this.given = given;
    }

    /**
     * Makes the record.
     *
     * @param start gives what is not written; null for the defaults of the record itself
     * @return null if a fault was told
     */
    @Nullable
    Record bind(@Nullable Record start) {
        Optional<Shape.Item> inline = shape.inline();
        shape.items().values().stream().filter(item -> !item.inline()).forEach(this::bindOwn);
        Optional<Class<? extends Record>> named = inline.flatMap(this::variant);
        inline.filter(item -> named.isPresent()).ifPresent(item -> bindInline(item, named.get(), null));
        checkRequired(start);
        Record base = start != null || failed ? start : base();
        if (inline.isPresent() && base != null && named.isEmpty() && !failed) {
            bindDefaultInline(inline.get(), base);
        }
        if (inline.isEmpty() || (named.isEmpty() && failed)) {
            checkUnknown();
        }
        if (base == null || failed) {
            return null;
        }
        return start == null && shape.areRequired(values.keySet()) ? base : finish(base);
    }

    private void bindOwn(Shape.Item item) {
        Tree.Entry entry = given.entries().get(item.key());
        if (entry != null) {
            put(item, binder.value(item.type(), item.limits(), entry.value(), given.pathOf(item.key())));
        } else if (binder.seed().isPresent() && item.isSeed()) {
            putSeed(item, binder.seed().getAsLong());
        }
    }

    private void putSeed(Shape.Item item, long seed) {
        if (item.type() == long.class) {
            values.put(item.key(), seed);
        } else {
            values.put(item.key(), Long.hashCode(seed));
        }
    }

    private void put(Shape.Item item, @Nullable Object value) {
        if (value == null) {
            failed = true;
        } else {
            values.put(item.key(), value);
        }
    }

    /** The variant that is named for the inline component; empty if none is, or if it does not exist. */
    private Optional<Class<? extends Record>> variant(Shape.Item inline) {
        Tree.Entry entry = given.entries().get(inline.key());
        if (entry == null) {
            return Optional.empty();
        }
        String path = given.pathOf(inline.key());
        Map<String, Class<? extends Record>> variants = variants(inline);
        if (!(entry.value() instanceof Tree.Scalar id) || id.isEmpty()) {
            binder.wrongType(
                    entry.value(), path, "one of " + Shown.names(variants.keySet()) + ", with its keys beside it");
            failed = true;
            return Optional.empty();
        }
        if (!variants.containsKey(id.text())) {
            binder.unknownVariant(id, path, variants);
            failed = true;
        }
        return Optional.ofNullable(variants.get(id.text()));
    }

    private Map<String, Class<? extends Record>> variants(Shape.Item inline) {
        return binder.shapes().variants((Class<?>) inline.type());
    }

    private void bindInline(Shape.Item inline, Class<? extends Record> variant, @Nullable Record start) {
        Set<String> others = new LinkedHashSet<>(given.entries().keySet());
        others.removeAll(shape.items().keySet());
        Collection<String> beside = new ArrayList<>(shape.items().keySet());
        beside.addAll(given.beside());
        Shape inner = binder.shapes().of(variant);
        put(inline, new RecordBinding(binder, inner, given.only(others, beside)).bind(start));
    }

    private void bindDefaultInline(Shape.Item inline, Record base) {
        try {
            Record variant = (Record) shape.read(base, inline);
            bindInline(inline, variant.getClass(), variant);
        } catch (InvocationTargetException e) {
            refuse(e.getCause(), given.place(), given.path());
        }
    }

    private void checkRequired(@Nullable Record start) {
        if (start != null) {
            return;
        }
        for (Shape.Item item : shape.items().values()) {
            if (item.required() && !given.entries().containsKey(item.key()) && !values.containsKey(item.key())) {
                failed = true;
                binder.faults()
                        .add(
                                Rule.CONFIG_MISSING_KEY,
                                given.place(),
                                given.pathOf(item.key()),
                                "the key is missing, and it has no default.");
            }
        }
    }

    /** Tells of the keys that are none of this record's; the keys of an inline variant that is not known yet pass. */
    private void checkUnknown() {
        Set<String> valid = new LinkedHashSet<>(shape.items().keySet());
        shape.inline()
                .ifPresent(item -> variants(item)
                        .values()
                        .forEach(variant ->
                                valid.addAll(binder.shapes().of(variant).items().keySet())));
        List<String> suggested = new ArrayList<>(valid);
        suggested.addAll(given.beside());
        given.entries().forEach((key, entry) -> {
            if (!valid.contains(key)) {
                failed = true;
                unknownKey(binder.faults(), entry.key(), given.pathOf(key), key, suggested);
            }
        });
    }

    /** Tells of a key that is not valid where it stands. */
    static void unknownKey(Faults faults, Place place, String path, String key, Collection<String> valid) {
        String text = "there is no key " + Shown.quoted(key) + (valid.isEmpty() ? ", nor any other." : ".");
        faults.add(Rule.CONFIG_UNKNOWN_KEY, place, path, text, new Suggestion(key, valid));
    }

    private @Nullable Record base() {
        try {
            return shape.base(values);
        } catch (InvocationTargetException e) {
            refuse(e.getCause(), onlyPlace(), onlyPath());
            return null;
        }
    }

    private @Nullable Record finish(Record base) {
        try {
            return shape.with(base, values);
        } catch (InvocationTargetException e) {
            String culprit = culprit(base);
            Tree.Entry entry = given.entries().get(culprit);
            refuse(
                    e.getCause(),
                    entry == null ? onlyPlace() : entry.value().place(),
                    entry == null ? onlyPath() : given.pathOf(culprit));
            return null;
        }
    }

    /** The value that the constructor refuses even if it is the only one that differs from the base; empty if none is. */
    private String culprit(Record base) {
        for (Map.Entry<String, Object> value : values.entrySet()) {
            try {
                shape.with(base, Map.of(value.getKey(), value.getValue()));
            } catch (InvocationTargetException e) {
                return value.getKey();
            }
        }
        return "";
    }

    private Place onlyPlace() {
        return given.entries().size() == 1
                ? given.entries().values().iterator().next().value().place()
                : given.place();
    }

    private String onlyPath() {
        return given.entries().size() == 1
                ? given.pathOf(given.entries().keySet().iterator().next())
                : given.path();
    }

    private void refuse(@Nullable Throwable cause, Place place, String path) {
        failed = true;
        if (cause instanceof Error error) {
            throw error;
        }
        binder.faults().add(Rule.CONFIG_REFUSED_VALUE, place, path, Refusal.text(cause, binder.environment()));
    }
}
