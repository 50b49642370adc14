package org.tributary.runtime.key;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tributary.cache.Codec;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.runtime.engine.LocalRunner;

/** Runs the pipeline of an edited project; as a program of its own with the arguments: folder of the cache, data file. */
final class EditProcess {
    private EditProcess() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ClassLoader loader = EditProcess.class.getClassLoader();
        run(loader, Path.of(arguments[0]), Path.of(arguments[1]), List.of()).forEach(out::println);
    }

    /** Runs it with the classes of a loader, and gives a line for each step and one for the value. */
    static List<String> run(ClassLoader loader, Path state, Path data, List<String> ownCode)
            throws ReflectiveOperationException {
        Class<?> flow = Class.forName("acme.Flow", true, loader);
        Pipeline<?> pipeline = (Pipeline<?>) call(flow, "pipeline", data);
        Codec<?> codec = (Codec<?>) call(flow, "codec");
        LocalRunner runner = LocalRunner.builder()
                .cache(state.resolve("cache"))
                .work(state.resolve("work"))
                .threads(1)
                .ownCode(ownCode.toArray(String[]::new))
                .extension(new Extension() {
                    @Override
                    public List<Codec<?>> codecs() {
                        return List.of(codec);
                    }
                })
                .build();
        return lines(runner.run(pipeline).orThrow());
    }

    private static List<String> lines(RunReport<?> report) {
        List<String> lines = new ArrayList<>();
        report.steps()
                .forEach(step -> lines.add((step.step() + " " + step.word() + " " + step.reason()).stripTrailing()));
        lines.add("value " + report.value().toString().replace("\n", "\\n"));
        return lines;
    }

    private static Object call(Class<?> flow, String method, Object... arguments) throws ReflectiveOperationException {
        Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {Path.class};
        try {
            return flow.getMethod(method, types).invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
