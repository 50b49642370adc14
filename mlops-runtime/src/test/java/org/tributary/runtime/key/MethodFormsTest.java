package org.tributary.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Lambdas stand where they are made, whatever tools make of them. */
class MethodFormsTest {
    private static final int LAMBDA = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    @Test
    void lambdas_numberedInAnotherWay_areEqual() {
        assertThat(digest(pair("lambda$run$0", 1, "lambda$run$1", 2)))
                .isEqualTo(digest(pair("lambda$run$7", 1, "lambda$other$3", 2)));
    }

    @Test
    void lambdas_swapped_differ() {
        assertThat(digest(pair("lambda$run$0", 1, "lambda$run$1", 2)))
                .isNotEqualTo(digest(pair("lambda$run$0", 2, "lambda$run$1", 1)));
    }

    @Test
    void methodsThatAreNamedLikeLambdas_countByTheirNames() {
        assertThat(digest(unmade("lambda$run$0"))).isNotEqualTo(digest(unmade("lambda$run$1")));
    }

    @Test
    void lambda_thatMakesItself_hasAForm() {
        assertThat(digest(chain(1))).isNotEqualTo(digest(chain(2)));
    }

    @Test
    void lambdas_nestedByTheThousand_haveAForm() {
        assertThat(digest(chain(5_000))).isNotEqualTo(digest(chain(5_001)));
    }

    private static String digest(ClassWriter type) {
        return ClassForm.read(type.toByteArray()).digest();
    }

    private static ClassWriter pair(String first, int one, String second, int two) {
        ClassWriter type = type();
        MethodVisitor run = type.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
        run.visitCode();
        make(run, first);
        make(run, second);
        end(run);
        body(type, first, one, first);
        body(type, second, two, second);
        return type;
    }

    private static ClassWriter unmade(String name) {
        ClassWriter type = type();
        MethodVisitor method = type.visitMethod(LAMBDA, name, "()V", null, null);
        method.visitCode();
        end(method);
        return type;
    }

    /** A ring of lambdas, each of which makes the next. */
    private static ClassWriter chain(int length) {
        ClassWriter type = type();
        for (int i = 0; i < length; i++) {
            body(type, "lambda$" + i, i, "lambda$" + (i + 1) % length);
        }
        return type;
    }

    private static ClassWriter type() {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "c/Made", null, "java/lang/Object", null);
        return type;
    }

    private static void body(ClassWriter type, String name, int number, String next) {
        MethodVisitor method = type.visitMethod(LAMBDA, name, "()V", null, null);
        method.visitCode();
        method.visitIntInsn(Opcodes.SIPUSH, number);
        method.visitInsn(Opcodes.POP);
        if (!next.equals(name) || number == 0) {
            make(method, next);
        }
        end(method);
    }

    private static void make(MethodVisitor method, String name) {
        Handle bootstrap = new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/invoke/LambdaMetafactory",
                "metafactory",
                "()Ljava/lang/Object;",
                false);
        method.visitInvokeDynamicInsn(
                "run",
                "()Ljava/lang/Runnable;",
                bootstrap,
                new Handle(Opcodes.H_INVOKESTATIC, "c/Made", name, "()V", false));
        method.visitInsn(Opcodes.POP);
    }

    private static void end(MethodVisitor method) {
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
    }
}
