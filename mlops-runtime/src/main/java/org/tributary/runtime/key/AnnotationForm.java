package org.tributary.runtime.key;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/**
 * The annotations that a running program can read by reflection, in canonical form. Those that are there for compilers and
 * people, though they are kept at run time, are left out. The classes of values are reached; an annotation's own class is
 * not, since whoever reads it names it. Not safe for use by several threads.
 */
final class AnnotationForm extends AnnotationVisitor {
    private final CanonicalBytes bytes;
    private final References references;

    private AnnotationForm(CanonicalBytes bytes, References references) {
        super(Opcodes.ASM9);
        this.bytes = bytes;
        this.references = references;
    }

    /** Starts an annotation of a declaration; null if it cannot decide what a program does. */
    static @Nullable AnnotationVisitor start(
            String descriptor, boolean visible, CanonicalBytes bytes, References references) {
        if (!visible || isForReaders(descriptor)) {
            return null;
        }
        bytes.tag('@').text(descriptor);
        return new AnnotationForm(bytes, references);
    }

    /** Starts an annotation of a use of a type; null if it cannot decide what a program does. */
    static @Nullable AnnotationVisitor start(
            int place,
            @Nullable TypePath path,
            String descriptor,
            boolean visible,
            CanonicalBytes bytes,
            References references) {
        if (!visible || isForReaders(descriptor)) {
            return null;
        }
        bytes.tag('t').number(place).optional(path == null ? null : path.toString());
        return start(descriptor, true, bytes, references);
    }

    /** Starts the default of an annotation's element. */
    static AnnotationVisitor startDefault(CanonicalBytes bytes, References references) {
        bytes.tag('d');
        return new AnnotationForm(bytes, references);
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        bytes.tag('v').optional(name);
        if (value.getClass().isArray()) {
            array(value);
        } else {
            scalar(value);
        }
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
        bytes.tag('e').optional(name).text(descriptor).text(value);
        references.descriptor(descriptor);
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
        bytes.tag('a').optional(name).text(descriptor);
        return this;
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
        bytes.tag('[').optional(name);
        return this;
    }

    @Override
    public void visitEnd() {
        bytes.tag(']');
    }

    private void array(Object values) {
        int length = Array.getLength(values);
        bytes.number(length);
        for (int i = 0; i < length; i++) {
            scalar(Array.get(values, i));
        }
    }

    private void scalar(Object value) {
        bytes.text(value.getClass().getName()).text(value.toString());
        if (value instanceof Type type) {
            references.descriptor(type.getDescriptor());
        }
    }

    private static boolean isForReaders(String descriptor) {
        return switch (descriptor) {
            case "Ljava/lang/Deprecated;",
                    "Ljava/lang/FunctionalInterface;",
                    "Ljava/lang/SafeVarargs;",
                    "Lorg/tributary/pipeline/Setting;" -> true;
            default -> descriptor.startsWith("Lorg/jspecify/annotations/");
        };
    }
}
