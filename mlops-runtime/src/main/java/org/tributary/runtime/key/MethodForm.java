package org.tributary.runtime.key;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/**
 * One method in canonical form: its declaration without its name, annotations and instructions, then the jump targets
 * and exception handlers as numbers of instructions. Labels themselves leave no trace, since debug information adds
 * some. Not safe for use by several threads.
 */
final class MethodForm extends MethodVisitor {
    private static final String LAMBDA = "lambda$";

    private final String owner;
    private final References references;
    private final CanonicalBytes annotations = new CanonicalBytes();
    private final CanonicalBytes code = new CanonicalBytes();
    private final CanonicalBytes caught = new CanonicalBytes();
    private final List<Label> uses = new ArrayList<>();
    private final List<Label> bounds = new ArrayList<>();
    private final Map<Label, Integer> positions = new IdentityHashMap<>();
    private final List<String> lambdas = new ArrayList<>();
    private boolean lambda;
    private int instructions;

    MethodForm(String owner, References references) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.references = references;
    }

    /** Adds what stands before the body, the name aside. */
    void declare(int access, String name, String descriptor, @Nullable String signature, List<String> exceptions) {
        lambda = (access & Opcodes.ACC_SYNTHETIC) != 0 && name.startsWith(LAMBDA);
        code.number(access).text(descriptor).optional(signature).texts(exceptions);
        references.signature(signature);
        exceptions.forEach(references::type);
    }

    /** Says whether this is the body of a lambda. */
    boolean isLambda() {
        return lambda;
    }

    /** Gives the methods of the same class whose lambdas are made here, by name and descriptor, in order. */
    List<String> lambdas() {
        return lambdas;
    }

    /** Gives the form of the whole method but its lambdas; to be asked when all of it was visited. */
    CanonicalBytes bytes() {
        CanonicalBytes all =
                new CanonicalBytes().nested(annotations).nested(code).nested(caught);
        uses.forEach(label -> all.number(positions.getOrDefault(label, -1)));
        bounds.forEach(label -> all.number(positions.getOrDefault(label, -1)));
        return all;
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
        return AnnotationForm.startDefault(annotations, references);
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
    public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        annotations.tag('p').number(parameter);
        return AnnotationForm.start(descriptor, visible, annotations, references);
    }

    @Override
    public void visitLabel(Label label) {
        positions.put(label, instructions);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        bounds.addAll(List.of(start, end, handler));
        caught.optional(type);
        references.type(type);
    }

    @Override
    public void visitInsn(int opcode) {
        next(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        next(opcode).number(operand);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        next(opcode).number(variable);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        next(Opcodes.IINC).number(variable).number(increment);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        next(opcode).text(type);
        references.type(type);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        next(Opcodes.MULTIANEWARRAY).text(descriptor).number(dimensions);
        references.descriptor(descriptor);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        next(opcode).text(owner).text(name).text(descriptor);
        references.type(owner);
        references.descriptor(descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        next(opcode).text(owner).text(name).text(descriptor).tag(ofInterface ? 1 : 0);
        references.type(owner);
        references.descriptor(descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        next(Opcodes.INVOKEDYNAMIC).text(name).text(descriptor);
        handle(bootstrap, code);
        code.number(arguments.length);
        references.descriptor(descriptor);
        references.handle(bootstrap);
        for (Object argument : arguments) {
            argument(argument);
            references.constant(argument);
        }
    }

    private void argument(Object argument) {
        if (argument instanceof Handle handle
                && handle.getOwner().equals(owner)
                && handle.getName().startsWith(LAMBDA)) {
            code.tag('l').tag(handle.getTag());
            lambdas.add(handle.getName() + handle.getDesc());
        } else {
            constant(argument, code);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(value, next(Opcodes.LDC));
        references.constant(value);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        next(opcode);
        uses.add(label);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        next(Opcodes.TABLESWITCH).number(min).number(max);
        uses.add(otherwise);
        uses.addAll(List.of(labels));
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        next(Opcodes.LOOKUPSWITCH).number(keys.length);
        for (int key : keys) {
            code.number(key);
        }
        uses.add(otherwise);
        uses.addAll(List.of(labels));
    }

    /** Writes a loadable constant with its type. */
    static void constant(Object value, CanonicalBytes bytes) {
        if (value instanceof Integer number) {
            bytes.tag('I').number(number);
        } else if (value instanceof Long number) {
            bytes.tag('J').number(number);
        } else if (value instanceof Float number) {
            bytes.tag('F').number(Float.floatToRawIntBits(number));
        } else if (value instanceof Double number) {
            bytes.tag('D').number(Double.doubleToRawLongBits(number));
        } else if (value instanceof String text) {
            bytes.tag('S').text(text);
        } else {
            symbol(value, bytes);
        }
    }

    private static void symbol(Object value, CanonicalBytes bytes) {
        if (value instanceof Type type) {
            bytes.tag('T').text(type.getDescriptor());
        } else if (value instanceof Handle handle) {
            handle(handle, bytes.tag('H'));
        } else if (value instanceof ConstantDynamic dynamic) {
            dynamic(dynamic, bytes.tag('C'));
        } else {
            throw new IllegalArgumentException("unknown constant of " + value.getClass());
        }
    }

    private static void handle(Handle handle, CanonicalBytes bytes) {
        bytes.tag(handle.getTag()).text(handle.getOwner()).text(handle.getName());
        bytes.text(handle.getDesc()).tag(handle.isInterface() ? 1 : 0);
    }

    private static void dynamic(ConstantDynamic dynamic, CanonicalBytes bytes) {
        bytes.text(dynamic.getName()).text(dynamic.getDescriptor());
        handle(dynamic.getBootstrapMethod(), bytes);
        bytes.number(dynamic.getBootstrapMethodArgumentCount());
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
            constant(dynamic.getBootstrapMethodArgument(i), bytes);
        }
    }

    private CanonicalBytes next(int opcode) {
        instructions++;
        return code.tag(opcode);
    }
}
