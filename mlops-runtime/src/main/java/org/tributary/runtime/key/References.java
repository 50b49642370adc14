package org.tributary.runtime.key;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * Collects the classes that a class file names, by internal name ({@code org/acme/Step$Part}). Classes of
 * {@code java.*} are left out: they are never part of a key. Not safe for use by several threads.
 */
final class References {
    private final Set<String> names = new TreeSet<>();

    /** Gives what was collected so far, sorted. */
    Set<String> names() {
        return names;
    }

    /** Adds the class of an internal name; an array's, which is a descriptor, by its element. */
    void type(@Nullable String internalName) {
        if (internalName == null) {
            return;
        }
        if (internalName.startsWith("[")) {
            descriptor(internalName);
        } else if (!internalName.startsWith("java/")) {
            names.add(internalName);
        }
    }

    /** Adds the classes of a field's or method's descriptor. */
    void descriptor(String descriptor) {
        int start = descriptor.indexOf('L');
        while (start >= 0) {
            int end = descriptor.indexOf(';', start);
            type(descriptor.substring(start + 1, end));
            start = descriptor.indexOf('L', end);
        }
    }

    /** Adds the classes of a generic signature of a class or method; null is none. */
    void signature(@Nullable String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureTypes());
        }
    }

    /** Adds the classes of a generic signature of a field or record component; null is none. */
    void typeSignature(@Nullable String signature) {
        if (signature != null) {
            new SignatureReader(signature).acceptType(new SignatureTypes());
        }
    }

    /** Adds the classes that a method handle names. */
    void handle(Handle handle) {
        type(handle.getOwner());
        descriptor(handle.getDesc());
    }

    /** Adds the classes that a loadable constant names: a class, a method type, a handle, a dynamic constant. */
    void constant(Object constant) {
        if (constant instanceof Type type) {
            descriptor(type.getDescriptor());
        } else if (constant instanceof Handle handle) {
            handle(handle);
        } else if (constant instanceof ConstantDynamic dynamic) {
            dynamic(dynamic);
        }
    }

    private void dynamic(ConstantDynamic dynamic) {
        descriptor(dynamic.getDescriptor());
        handle(dynamic.getBootstrapMethod());
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
            constant(dynamic.getBootstrapMethodArgument(i));
        }
    }

    /** Reports the classes of a signature; an inner class follows its outer one there. */
    private final class SignatureTypes extends SignatureVisitor {
        private String current = "";

        SignatureTypes() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitClassType(String name) {
            current = name;
            type(name);
        }

        @Override
        public void visitInnerClassType(String name) {
            current = current + "$" + name;
            type(current);
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            return new SignatureTypes();
        }
    }
}
