package org.tributary.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.tributary.pipeline.PipelineException;
import org.tributary.runtime.config.ConfigException;
import org.tributary.runtime.config.RunConfig;
import org.tributary.runtime.wiring.ConfigModule;
import org.tributary.runtime.wiring.PipelineModule;

/** Wires a run: the configuration, what is on the class path, and the Guice modules that users provide as services. */
final class Applications {

    private Applications() {}

    /**
     * Everything that a run of a configuration needs, with the configuration read.
     *
     * @throws ConfigException naming every fault of the configuration
     * @throws PipelineException if parts of the application do not fit together
     */
    static Injector injector(Path config, List<String> overrides, Terminal terminal) {
        List<Module> modules = new ArrayList<>();
        modules.add(ConfigModule.of(config, overrides, System.getenv()));
        modules.add(binder -> PipelineModule.listeners(binder).addBinding().toInstance(new ProgressLines(terminal)));
        ServiceLoader.load(Module.class).forEach(modules::add);
        try {
            Injector injector = Guice.createInjector(Stage.DEVELOPMENT, modules);
            injector.getInstance(RunConfig.class);
            return injector;
        } catch (ProvisionException e) {
            throw known(e);
        }
    }

    /** The mistake that Guice wrapped, as its message is meant for users. */
    private static RuntimeException known(ProvisionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof ConfigException || cause instanceof PipelineException) {
            return (RuntimeException) cause;
        }
        return failure;
    }
}
