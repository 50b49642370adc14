package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong wiring is an error of javac, and put right the same program compiles. */
final class CompileFailTest {

    @TempDir
    Path classes;

    static List<Program> programs() throws IOException {
        return Program.all();
    }

    @Test
    void programs_areThere() throws IOException {
        assertThat(programs()).hasSizeGreaterThanOrEqualTo(11);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void compile_wrongWiring_isOneErrorAtItsLine(Program program) throws IOException {
        assertThat(program.compile(classes)).containsExactly(program.expected());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void compile_putRight_isAccepted(Program program) throws IOException {
        assertThat(program.putRight().compile(classes)).isEmpty();
    }
}
