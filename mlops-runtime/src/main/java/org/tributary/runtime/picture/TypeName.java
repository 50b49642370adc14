package org.tributary.runtime.picture;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Types by their simple names, with their arguments: {@code List<Table>}. */
final class TypeName {

    private TypeName() {}

    static String of(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.getSimpleName();
        }
        if (type instanceof ParameterizedType generic) {
            return of(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(TypeName::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof GenericArrayType array) {
            return of(array.getGenericComponentType()) + "[]";
        }
        return type.getTypeName();
    }
}
