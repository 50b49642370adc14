package org.tributary.runtime.wiring;

import com.google.inject.Inject;
import com.google.inject.Provider;
import org.tributary.pipeline.Extension;
import org.tributary.runtime.config.RunConfig;

/** Reads the configuration with the steps that the application has bound. */
final class ConfigProvider implements Provider<RunConfig> {

    private final ConfigModule.Source source;
    private final Extension extension;

    @Inject
    ConfigProvider(ConfigModule.Source source, Extension extension) {
        this.source = source;
        this.extension = extension;
    }

    @Override
    public RunConfig get() {
        return source.read(extension);
    }
}
