package org.tributary.cli;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tributary.pipeline.PipelineException;
import org.tributary.run.RunListener;
import org.tributary.run.Runner;
import org.tributary.runtime.config.ConfigException;
import org.tributary.runtime.config.RunConfig;
import org.tributary.runtime.wiring.ConfigModule;
import org.tributary.runtime.wiring.PipelineModule;
import org.tributary.tracking.Tracker;

/**
 * What a run of a configuration needs, wired from the configuration, what is on the class path, and the Guice modules that users
 * provide as services.
 *
 * @param config the configuration as read
 * @param runner runs its pipeline
 * @param tracker records its runs; to be closed after the last
 */
record Application(RunConfig config, Runner runner, Tracker tracker) {

    // Given by the launcher, for all projects that it serves.
    private static final String FINGERPRINTS = "mlops.fingerprints";

    /**
     * Wires everything. Opens no file but the configuration.
     *
     * @param overrides what stands in the place of the file's values
     * @param listener told of every run
     * @throws ConfigException naming every fault of the configuration
     * @throws PipelineException if parts of the application do not fit together
     */
    static Application of(Path config, List<String> overrides, RunListener listener) {
        return wired(
                config,
                overrides,
                listener,
                injector -> new Application(
                        injector.getInstance(RunConfig.class),
                        injector.getInstance(Runner.class),
                        injector.getInstance(Tracker.class)));
    }

    /**
     * Reads the configuration only.
     *
     * @param overrides what stands in the place of the file's values
     * @throws ConfigException naming every fault of the configuration
     * @throws PipelineException if parts of the application do not fit together
     */
    static RunConfig read(Path config, List<String> overrides) {
        return wired(config, overrides, new RunListener() {}, injector -> injector.getInstance(RunConfig.class));
    }

    private static <A> A wired(
            Path config, List<String> overrides, RunListener listener, Function<Injector, A> wanted) {
        try {
            return wanted.apply(Guice.createInjector(Stage.DEVELOPMENT, modules(config, overrides, listener)));
        } catch (ProvisionException e) {
            throw known(e);
        } catch (CreationException e) {
            throw misfit(e.getErrorMessages().stream().map(Message::getMessage).collect(Collectors.joining("; ")), e);
        } catch (ServiceConfigurationError e) {
            throw misfit(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Module> modules(Path config, List<String> overrides, RunListener listener) {
        List<Module> modules = new ArrayList<>();
        modules.add(ConfigModule.of(config, overrides, System.getenv()));
        modules.add(binder -> PipelineModule.listeners(binder).addBinding().toInstance(listener));
        String fingerprints = System.getProperty(FINGERPRINTS);
        if (fingerprints != null) {
            modules.add(
                    binder -> PipelineModule.fingerprints(binder).setBinding().toInstance(Path.of(fingerprints)));
        }
        ServiceLoader.load(Module.class).forEach(modules::add);
        return modules;
    }

    /** The mistake that Guice wrapped, as its message is meant for users. */
    private static RuntimeException known(ProvisionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof ConfigException || cause instanceof PipelineException) {
            return (RuntimeException) cause;
        }
        return misfit(
                failure.getErrorMessages().stream().map(Message::getMessage).collect(Collectors.joining("; ")),
                failure);
    }

    private static PipelineException misfit(String why, Throwable cause) {
        return new PipelineException(
                "[CLI_WIRING] the modules on the class path do not fit together: " + why
                        + ". Mend the module, or take its jar off the class path.",
                cause);
    }
}
