package org.tributary.runtime.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tributary.pipeline.StepFactory;

/** Checks, once, that a configuration can fill the settings of every registered step. For one thread. */
final class Catalogue {

    private final Shapes shapes;
    private final Faults faults;
    private final Set<Class<?>> seen = new HashSet<>();

    private Catalogue(Shapes shapes, Faults faults) {
        this.shapes = shapes;
        this.faults = faults;
    }

    /**
     * Checks all steps.
     *
     * @throws ConfigException naming each step or setting that cannot be used
     */
    static void check(Map<String, StepFactory<?>> steps, Shapes shapes) {
        Faults faults = new Faults("the extensions");
        new TreeMap<>(steps).forEach((id, factory) -> new Catalogue(shapes, faults).checkStep(id, factory.settings()));
        faults.throwIfAny();
    }

    private void checkStep(String id, Class<? extends Record> settings) {
        Place place = Place.whole("step \"" + id + "\" (" + settings.getName() + ")");
        Shape shape = shapes.of(settings);
        Signature.of(settings)
                .filter(signature -> !signature.isComplete())
                .ifPresent(
                        signature -> faults.add(
                                Rule.CONFIG_STEP_TYPE,
                                place,
                                "",
                                "its inputs or its output have no type that its class says. Give the class no type parameters."));
        checkItems(shape, place, "");
        checkReserved(shape, place);
        shape.inline().ifPresent(inline -> checkInline(shape, inline, place));
    }

    private void checkReserved(Shape shape, Place place) {
        for (String key : WrittenStep.RESERVED) {
            if (shape.items().containsKey(key)) {
                faults.add(
                        Rule.CONFIG_RESERVED_SETTING,
                        place,
                        key,
                        "the name is reserved for what a configuration says of a step. Rename the component.");
            }
        }
    }

    private void checkInline(Shape shape, Shape.Item inline, Place place) {
        long count = shape.items().values().stream().filter(Shape.Item::inline).count();
        if (count > 1) {
            clash(place, inline.key(), "a step has one inline component at most, and this one has " + count);
        }
        if (!(inline.type() instanceof Class<?> type) || shapes.variants(type).isEmpty()) {
            type(place, inline.key(), "an inline component is of an interface with variants");
            return;
        }
        Set<String> taken = new HashSet<>(shape.items().keySet());
        taken.addAll(WrittenStep.RESERVED);
        shapes.variants(type).forEach((id, variant) -> checkVariant(id, variant, taken, place));
    }

    private void checkVariant(String id, Class<? extends Record> variant, Set<String> taken, Place place) {
        for (Shape.Item item : shapes.of(variant).items().values()) {
            if (taken.contains(item.key())) {
                clash(
                        place,
                        item.key(),
                        "variant \"" + id + "\" has a component that the step has, too, or that is reserved");
            }
        }
    }

    private void checkItems(Shape shape, Place place, String path) {
        if (!seen.add(shape.type())) {
            return;
        }
        for (Shape.Item item : shape.items().values()) {
            if (item.inline() && !path.isEmpty()) {
                type(place, path + item.key(), "only a component of the step itself can be inline");
            }
            checkType(item.type(), place, path + item.key());
        }
    }

    private void checkType(Type type, Place place, String path) {
        if (type instanceof ParameterizedType container && isContainer(container)) {
            Type[] arguments = container.getActualTypeArguments();
            checkType(arguments[arguments.length - 1], place, path);
        } else if (!(type instanceof Class<?> plain)) {
            unsupported(type, place, path);
        } else if (plain.isRecord()) {
            checkItems(shapes.of(plain.asSubclass(Record.class)), place, path + ".");
        } else if (!plain.isEnum() && ScalarType.of(plain).isEmpty()) {
            checkVariants(plain, place, path);
        }
    }

    private void checkVariants(Class<?> type, Place place, String path) {
        Map<String, Class<? extends Record>> variants = shapes.variants(type);
        if (variants.isEmpty()) {
            unsupported(type, place, path);
        }
        variants.forEach((id, variant) -> checkItems(shapes.of(variant), place, path + "." + id + "."));
    }

    private static boolean isContainer(ParameterizedType type) {
        String name = ((Class<?>) type.getRawType()).getName();
        boolean isMap = name.equals("java.util.Map") && type.getActualTypeArguments()[0] == String.class;
        return isMap
                || Set.of("java.util.List", "java.util.Set", "java.util.Optional")
                        .contains(name);
    }

    private void unsupported(Type type, Place place, String path) {
        type(
                place,
                path,
                "a configuration cannot fill the type " + Signature.name(type)
                        + ". Take a text, number, boolean, enum, Path, Duration, record, sealed interface or registered interface,"
                        + " or a List, Set, Map<String, ...> or Optional of them");
    }

    private void type(Place place, String path, String text) {
        faults.add(Rule.CONFIG_SETTING_TYPE, place, path, text + ".");
    }

    private void clash(Place place, String path, String text) {
        faults.add(Rule.CONFIG_SETTING_CLASH, place, path, text + ". Rename one of them.");
    }
}
