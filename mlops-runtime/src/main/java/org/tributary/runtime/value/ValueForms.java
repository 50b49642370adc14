package org.tributary.runtime.value;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tributary.cache.Codec;

/**
 * Knows how values of each type are stored: by a codec, or by their components if they are records, lists, sets, maps,
 * optionals, enums, arrays of numbers, or plain scalars.
 *
 * <p><b>Threads:</b> safe for several threads; forms are built once for each type.
 */
public final class ValueForms {

    private static final int DEEPEST = 100;

    private final Map<Class<?>, Codec<?>> codecs = new HashMap<>();
    private final Map<Type, ValueForm> forms = new ConcurrentHashMap<>();

    private ValueForms(Collection<Codec<?>> codecs) {
        codecs.forEach(codec -> this.codecs.put(codec.type(), codec));
    }

    /** Forms over these codecs, at most one for a type. */
    public static ValueForms of(Collection<Codec<?>> codecs) {
        return new ValueForms(codecs);
    }

    /**
     * The form of a type.
     *
     * @throws NoFormException if a part of it can be stored in no way
     */
    public ValueForm of(Type type) throws NoFormException {
        ValueForm known = forms.get(type);
        if (known == null) {
            known = new ValueForm(new Build().form(ResolvedType.resolve(type, Map.of())));
            forms.put(type, known);
        }
        return known;
    }

    private @Nullable Codec<?> codec(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Codec<?> codec = codecs.get(each);
            if (codec != null) {
                return codec;
            }
        }
        return null;
    }

    /** One walk over a type; remembers the records it is within. */
    private final class Build {

        private final Map<Type, RecursiveForm> open = new LinkedHashMap<>();

        Form form(Type type) throws NoFormException {
            if (type instanceof ParameterizedType parameterized) {
                return parameterized(parameterized);
            }
            if (type instanceof Class<?> plain) {
                return plain(plain);
            }
            throw new NoFormException("the type " + type.getTypeName() + " is not known before the step runs");
        }

        private Form plain(Class<?> type) throws NoFormException {
            Form scalar = ScalarForms.form(type);
            if (scalar != null) {
                return scalar;
            }
            Codec<?> codec = codec(type);
            if (codec != null) {
                return new ObjectForm<>(codec);
            }
            if (ArrayForm.fits(type)) {
                return new ArrayForm(type);
            }
            if (type.isEnum()) {
                return new EnumForm(type);
            }
            return type.isRecord() && type.getTypeParameters().length == 0
                    ? record(type, type, Map.of())
                    : variants(type);
        }

        private Form variants(Class<?> type) throws NoFormException {
            if (!type.isSealed() || !type.isInterface()) {
                throw new NoFormException("there is no codec for " + type.getSimpleName());
            }
            RecursiveForm known = open.get(type);
            if (known != null) {
                return known;
            }
            RecursiveForm self = open(type, type.getSimpleName());
            Map<Class<?>, Form> variants = new LinkedHashMap<>();
            for (Class<?> variant : leaves(type)) {
                variants.put(variant, plain(variant));
            }
            return close(type, self, new VariantForm(type.getSimpleName(), variants));
        }

        /** The variants of a sealed interface and of those it permits. */
        private List<Class<?>> leaves(Class<?> type) throws NoFormException {
            List<Class<?>> leaves = new ArrayList<>();
            Set<String> names = new HashSet<>();
            Deque<Class<?>> left = new ArrayDeque<>(List.of(type.getPermittedSubclasses()));
            while (!left.isEmpty()) {
                Class<?> next = left.poll();
                if (next.isSealed() && next.isInterface() && codec(next) == null) {
                    left.addAll(List.of(next.getPermittedSubclasses()));
                } else if (names.add(next.getSimpleName())) {
                    leaves.add(next);
                } else if (!leaves.contains(next)) {
                    throw new NoFormException(type.getSimpleName() + " has two variants named " + next.getSimpleName());
                }
            }
            return leaves;
        }

        private Form parameterized(ParameterizedType type) throws NoFormException {
            Class<?> raw = (Class<?>) type.getRawType();
            if (ContainerForms.isContainer(raw)) {
                return container(raw, type.getActualTypeArguments());
            }
            Codec<?> codec = codec(raw);
            if (codec != null) {
                return new ObjectForm<>(codec);
            }
            if (!raw.isRecord()) {
                throw new NoFormException("there is no codec for " + raw.getSimpleName());
            }
            return record(type, raw, ResolvedType.bindings(type));
        }

        private Form container(Class<?> raw, Type[] arguments) throws NoFormException {
            Form first = form(arguments[0]);
            if (raw == List.class) {
                return new ContainerForms.ListForm(first);
            }
            if (raw == Set.class) {
                return new ContainerForms.SetForm(first);
            }
            return raw == Optional.class
                    ? new ContainerForms.OptionalForm(first)
                    : new ContainerForms.MapForm(first, form(arguments[1]));
        }

        private Form record(Type type, Class<?> raw, Map<TypeVariable<?>, Type> bindings) throws NoFormException {
            RecursiveForm known = open.get(type);
            if (known != null) {
                return known;
            }
            RecursiveForm self = open(type, raw.getSimpleName());
            List<Form> components = new ArrayList<>();
            for (RecordComponent component : raw.getRecordComponents()) {
                components.add(component(raw, component, bindings));
            }
            return close(type, self, recordForm(raw, components));
        }

        private Form component(Class<?> raw, RecordComponent component, Map<TypeVariable<?>, Type> bindings)
                throws NoFormException {
            try {
                return form(ResolvedType.resolve(component.getGenericType(), bindings));
            } catch (NoFormException e) {
                throw e.within("component " + component.getName() + " of " + raw.getSimpleName());
            }
        }

        private RecursiveForm open(Type type, String name) throws NoFormException {
            if (open.size() == DEEPEST) {
                throw new NoFormException("the type nests without end");
            }
            RecursiveForm self = new RecursiveForm(name);
            open.put(type, self);
            return self;
        }

        private Form close(Type type, RecursiveForm self, Form form) {
            self.resolve(form);
            open.remove(type);
            return form;
        }

        private RecordForm recordForm(Class<?> raw, List<Form> components) throws NoFormException {
            try {
                return new RecordForm(raw, components);
            } catch (InaccessibleObjectException e) {
                throw new NoFormException("the module of " + raw.getName() + " does not open its package");
            }
        }
    }
}
