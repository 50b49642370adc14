package org.tributary.runtime.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tributary.pipeline.Extension;
import org.tributary.runtime.config.ConfigReader;
import org.tributary.runtime.config.RunConfig;

/**
 * Binds {@link RunConfig} to a configuration file, and with it the tracker and the cache of the bound runner. Installs
 * {@link PipelineModule}.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(ConfigModule.of(Path.of("config.yml"), List.of(), System.getenv()), new OurModule());
 * RunConfig config = injector.getInstance(RunConfig.class);
 * injector.getInstance(Runner.class).run(config.pipeline());
 * }</pre>
 *
 * <p>The file is read when the configuration is first asked for; its faults are a
 * {@link org.tributary.runtime.config.ConfigException}, which Guice wraps in a {@code ProvisionException}.
 */
public final class ConfigModule extends AbstractModule {

    private final Path file;
    private final List<String> overrides;
    private final Map<String, String> environment;

    private ConfigModule(Path file, List<String> overrides, Map<String, String> environment) {
        this.file = file;
        this.overrides = List.copyOf(overrides);
        this.environment = Map.copyOf(environment);
    }

    /**
     * With a file and what stands in the place of its values.
     *
     * @param overrides texts such as {@code train.epochs=7}
     * @param environment the values of <code>${NAME}</code>
     */
    public static ConfigModule of(Path file, List<String> overrides, Map<String, String> environment) {
        return new ConfigModule(file, overrides, environment);
    }

    @Override
    protected void configure() {
        install(PipelineModule.create());
        PipelineModule.config(binder())
                .setBinding()
                .toProvider(ConfigProvider.class)
                .in(Singleton.class);
    }

    @Provides
    Source source() {
        return new Source(file, overrides, environment);
    }

    /** Where the configuration comes from. */
    record Source(Path file, List<String> overrides, Map<String, String> environment) {

        RunConfig read(Extension extension) {
            return ConfigReader.of(extension, environment).read(file, overrides);
        }
    }
}
