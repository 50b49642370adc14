package org.tributary.runtime.key;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The methods of a class in canonical form, in the order of their names. The body of a lambda stands where the lambda is
 * made: compilers number such methods through the class, each in its own way. Not safe for use by several threads.
 */
final class MethodForms {
    private static final int DEEPEST = 50;

    private final Map<String, MethodForm> methods = new TreeMap<>();
    private final Map<String, String> lambdas = new HashMap<>();

    void add(String nameAndDescriptor, MethodForm method) {
        methods.put(nameAndDescriptor, method);
    }

    /** Gives the form of all methods; to be asked once, when all of them were visited. */
    CanonicalBytes bytes() {
        CanonicalBytes all = new CanonicalBytes();
        methods.forEach((name, method) -> {
            if (!method.isLambda()) {
                all.text(name).nested(bytes(method, 0));
            }
        });
        methods.forEach((name, method) -> {
            if (method.isLambda() && !lambdas.containsKey(name)) {
                all.text(name).nested(bytes(method, 0));
            }
        });
        return all;
    }

    private CanonicalBytes bytes(MethodForm method, int depth) {
        CanonicalBytes bytes = method.bytes();
        method.lambdas().forEach(lambda -> bytes.text(lambda(lambda, depth + 1)));
        return bytes;
    }

    // Only other tools than compilers nest lambdas deeper, or within themselves: such ones stand under their names.
    private String lambda(String name, int depth) {
        MethodForm method = methods.get(name);
        if (method == null || !method.isLambda() || depth > DEEPEST) {
            return name;
        }
        if (lambdas.putIfAbsent(name, name) == null) {
            lambdas.put(name, bytes(method, depth).digest());
        }
        return lambdas.get(name);
    }
}
