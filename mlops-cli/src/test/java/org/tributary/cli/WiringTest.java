package org.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cli.Workshop.Result;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepFactory;
import org.tributary.runtime.wiring.PipelineModule;
import org.tributary.tracking.Tracker;

/** Users' Guice modules: found as services, and mistakes in them told without a trace. */
class WiringTest {

    /** Adds a step. */
    public static final class Good extends AbstractModule {
        @Override
        protected void configure() {
            PipelineModule.steps(binder()).addBinding("yell").toInstance(StepFactory.of(TestSteps.Shout.class));
        }
    }

    /** Adds one step twice. */
    public static final class Twice extends AbstractModule {
        @Override
        protected void configure() {
            PipelineModule.steps(binder()).addBinding("yell").toInstance(StepFactory.of(TestSteps.Shout.class));
            PipelineModule.steps(binder()).addBinding("yell").toInstance(StepFactory.of(TestSteps.Fail.class));
        }
    }

    /** Cannot make its tracker, for a reason that it tells. */
    public static final class NoTracker extends AbstractModule {
        @Override
        protected void configure() {
            PipelineModule.tracker(binder()).setBinding().toProvider(() -> {
                throw new PipelineException("[OUR_TRACKER] the pigeon is ill. Feed it.");
            });
        }
    }

    /** Breaks when it is asked for its tracker. */
    public static final class Broken extends AbstractModule {
        @Override
        protected void configure() {
            PipelineModule.tracker(binder()).setBinding().toProvider(() -> tracker());
        }

        private static Tracker tracker() {
            throw new IllegalStateException("this module is broken");
        }
    }

    /** Breaks the command itself. */
    public static final class Fatal extends AbstractModule {
        @Override
        protected void configure() {
            throw new StackOverflowError();
        }
    }

    @TempDir
    Path folder;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private Workshop workshop;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void restoreLoader() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private Result run(String module, String... steps) throws IOException {
        Path config = workshop.config(steps);
        Path services = Files.createDirectories(folder.resolve("service/META-INF/services"));
        Files.writeString(services.resolve(Module.class.getName()), module + "\n");
        URL[] urls = {url(folder.resolve("service"))};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(urls, before));
        return workshop.mlops("run", config);
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private static String name(Class<?> module) {
        return module.getName();
    }

    @Test
    void module_asAService_addsItsStep() throws IOException {
        Result result = run(name(Good.class), "  word: {text: ab}", "  yell: {times: 2}");
        assertThat(result.err()).containsPattern("yell +RAN");
        assertThat(result.exit()).isZero();
    }

    @Test
    void module_oneStepTwice_isToldWithoutATrace() throws IOException {
        Result result = run(name(Twice.class), "  word: {text: ab}");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("[CLI_WIRING] the modules on the class path do not fit together: ")
                .contains("yell")
                .doesNotContain("\tat ", "CLI_INTERNAL");
    }

    @Test
    void module_thatIsNotThere_isToldByName() throws IOException {
        Result result = run("com.example.Gone", "  word: {text: ab}");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("[CLI_WIRING] the modules on the class path do not fit together:"
                        + " com.google.inject.Module: Provider com.example.Gone not found."
                        + " Mend the module, or take its jar off the class path.\n");
    }

    @Test
    void module_trackerWithAKnownMistake_isToldInItsOwnWords() throws IOException {
        Result result = run(name(NoTracker.class), "  word: {text: ab}");
        assertThat(result).isEqualTo(new Result(2, "", "[OUR_TRACKER] the pigeon is ill. Feed it.\n"));
    }

    @Test
    void module_thatBreaks_isToldWithoutATrace() throws IOException {
        Result result = run(name(Broken.class), "  word: {text: ab}");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("[CLI_WIRING] ")
                .contains("this module is broken")
                .doesNotContain("\tat ", "CLI_INTERNAL");
    }

    @Test
    void module_thatBreaksTheCommand_isAnInternalFailureWithoutATrace() throws IOException {
        Result result = run(name(Fatal.class), "  word: {text: ab}");
        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "[CLI_INTERNAL] this should not have happened: java.lang.StackOverflowError."
                                + " Run again with MLOPS_LOG=debug, and report what it prints.\n"));
    }
}
