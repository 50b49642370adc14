package org.tributary.runtime.key;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/**
 * The code of one class file in a form that debug information, the order of the constant pool, the order of methods and
 * the version of the class file do not change. Annotations count as far as reflection shows them. Not safe for use by
 * several threads.
 */
final class ClassForm extends ClassVisitor {
    /** A bit of ASM's own that stands for the annotation {@code Deprecated}. */
    static final int NOT_DEPRECATED = ~Opcodes.ACC_DEPRECATED;

    private final References references = new References();
    private final CanonicalBytes head = new CanonicalBytes();
    private final CanonicalBytes components = new CanonicalBytes();
    private final CanonicalBytes fields = new CanonicalBytes();
    private final CanonicalBytes permitted = new CanonicalBytes();
    private final CanonicalBytes annotations = new CanonicalBytes();
    private final MethodForms methods = new MethodForms();
    private String name = "";

    private ClassForm() {
        super(Opcodes.ASM9);
    }

    /**
     * Reads a class file.
     *
     * @throws IllegalArgumentException if its version is newer than ASM knows
     */
    static ClassForm read(byte[] classFile) {
        ClassForm form = new ClassForm();
        new ClassReader(classFile).accept(form, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return form;
    }

    /** Gives the SHA-256 of the form, in hexadecimal. */
    String digest() {
        CanonicalBytes all = new CanonicalBytes();
        all.nested(head)
                .nested(permitted)
                .nested(annotations)
                .nested(components)
                .nested(fields);
        return all.nested(methods.bytes()).digest();
    }

    /** Gives the internal names of the classes that this one reaches in one step, sorted. */
    Set<String> references() {
        return references.names();
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        this.name = name;
        List<String> superTypes = list(interfaces);
        head.number(access & NOT_DEPRECATED).text(name).optional(signature).optional(superName);
        head.texts(superTypes);
        references.signature(signature);
        references.type(superName);
        superTypes.forEach(references::type);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return AnnotationForm.start(descriptor, visible, annotations, references);
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
            int place, @Nullable TypePath path, String descriptor, boolean visible) {
        return AnnotationForm.start(place, path, descriptor, visible, annotations, references);
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
        permitted.text(subclass);
        references.type(subclass);
    }

    // A file lists every nested class that it mentions, in annotations too: only its own entry and its members count.
    @Override
    public void visitInnerClass(String inner, @Nullable String outer, @Nullable String innerName, int access) {
        if (inner.equals(name)) {
            head.number(access & NOT_DEPRECATED);
        } else if (name.equals(outer)) {
            references.type(inner);
        }
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(
            String component, String descriptor, @Nullable String signature) {
        components.text(component).text(descriptor).optional(signature);
        references.descriptor(descriptor);
        references.typeSignature(signature);
        return new ComponentAnnotations();
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        fields.number(access & NOT_DEPRECATED).text(field).text(descriptor).optional(signature);
        fields.tag(value == null ? 0 : 1);
        if (value != null) {
            MethodForm.constant(value, fields);
        }
        references.descriptor(descriptor);
        references.typeSignature(signature);
        return new FieldAnnotations();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodForm form = new MethodForm(name, references);
        form.declare(access & NOT_DEPRECATED, method, descriptor, signature, list(exceptions));
        references.descriptor(descriptor);
        methods.add(method + descriptor, form);
        return form;
    }

    private static List<String> list(String @Nullable [] names) {
        return names == null ? List.of() : Arrays.asList(names);
    }
    /** Adds the annotations of a field to it. */
    private final class FieldAnnotations extends FieldVisitor {
        FieldAnnotations() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return AnnotationForm.start(descriptor, visible, fields, references);
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int place, @Nullable TypePath path, String descriptor, boolean visible) {
            return AnnotationForm.start(place, path, descriptor, visible, fields, references);
        }

        @Override
        public void visitEnd() {
            fields.tag(0);
        }
    }

    /** Adds the annotations of a record component to it. */
    private final class ComponentAnnotations extends RecordComponentVisitor {
        ComponentAnnotations() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return AnnotationForm.start(descriptor, visible, components, references);
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int place, @Nullable TypePath path, String descriptor, boolean visible) {
            return AnnotationForm.start(place, path, descriptor, visible, components, references);
        }

        @Override
        public void visitEnd() {
            components.tag(0);
        }
    }
}
