package org.tributary.runtime.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tributary.cache.Codec;
import org.tributary.cache.FolderFormat;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.StepFactory;
import org.tributary.run.RunListener;
import org.tributary.run.Runner;
import org.tributary.runtime.config.RunConfig;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.tracking.Tracker;

/**
 * Binds what an application injects to run pipelines: {@link Runner}, {@link Extension}, {@link Tracker}, {@link Clock}.
 *
 * <p>The extension holds all that is on the class path and all that the application adds. An application adds and replaces in
 * its own module:
 *
 * <pre>{@code
 * protected void configure() {
 *     install(PipelineModule.create());
 *     PipelineModule.steps(binder()).addBinding("orders").to(OrdersFactory.class);   // with injected collaborators
 *     PipelineModule.tracker(binder()).setBinding().to(OurTracker.class);
 * }
 * }</pre>
 *
 * <p>An id or type that is there twice is an error: Guice tells of two steps that an application binds, all else is a
 * {@link org.tributary.pipeline.PipelineException} that names both sides, when a runner or the extension is first asked for.
 * A tracker that is bound is closed by the application. <b>Threads:</b> the bound runner is a singleton, safe for several threads.
 */
public final class PipelineModule extends AbstractModule {

    private static final Key<Path> FINGERPRINTS = Key.get(Path.class, Names.named("fingerprints"));

    private final Path cache;

    private PipelineModule(Path cache) {
        this.cache = cache;
    }

    /** With the cache in {@code .mlops/cache} of the working directory. */
    public static PipelineModule create() {
        return of(Path.of(".mlops", "cache"));
    }

    /**
     * With the cache in another folder. Steps work in the folder {@code work} beside it.
     *
     * @param cache made if it does not exist
     */
    public static PipelineModule of(Path cache) {
        return new PipelineModule(Objects.requireNonNull(cache, "cache"));
    }

    /** Where to add factories of steps by id; those with collaborators let Guice inject them. */
    public static MapBinder<String, StepFactory<?>> steps(Binder binder) {
        return MapBinder.newMapBinder(binder, new TypeLiteral<>() {}, new TypeLiteral<>() {});
    }

    /** Where to add codecs. */
    public static Multibinder<Codec<?>> codecs(Binder binder) {
        return Multibinder.newSetBinder(binder, new TypeLiteral<>() {});
    }

    /** Where to add folder formats for exports. */
    public static Multibinder<FolderFormat<?>> folderFormats(Binder binder) {
        return Multibinder.newSetBinder(binder, new TypeLiteral<>() {});
    }

    /** Where to add whole extensions that are not found on the class path. */
    public static Multibinder<Extension> extensions(Binder binder) {
        return Multibinder.newSetBinder(binder, Extension.class);
    }

    /** Where to add listeners, told of every run of the bound runner. */
    public static Multibinder<RunListener> listeners(Binder binder) {
        return Multibinder.newSetBinder(binder, RunListener.class);
    }

    /** Where to set the tracker; by default that of the configuration, and without one nothing is recorded. */
    public static OptionalBinder<Tracker> tracker(Binder binder) {
        return OptionalBinder.newOptionalBinder(binder, Tracker.class);
    }

    /** Where to set the configuration that cache, tracker and experiment are taken from; none by default. */
    public static OptionalBinder<RunConfig> config(Binder binder) {
        return OptionalBinder.newOptionalBinder(binder, RunConfig.class);
    }

    /** Where to set the file that keeps what was read of class files; beside the cache by default. */
    public static OptionalBinder<Path> fingerprints(Binder binder) {
        return OptionalBinder.newOptionalBinder(binder, FINGERPRINTS);
    }

    /** Where to set the clock; the system's by default. */
    public static OptionalBinder<Clock> clock(Binder binder) {
        return OptionalBinder.newOptionalBinder(binder, Clock.class);
    }

    @Override
    protected void configure() {
        steps(binder());
        codecs(binder());
        folderFormats(binder());
        extensions(binder());
        listeners(binder());
        config(binder());
        fingerprints(binder());
        tracker(binder()).setDefault().toProvider(ConfiguredTracker.class).in(Singleton.class);
        clock(binder()).setDefault().toInstance(Clock.systemUTC());
        bind(Runner.class).to(LocalRunner.class);
    }

    @Provides
    @Singleton
    Extension extension(GuiceBindings bound, Set<Extension> added) {
        List<Extension> all = new ArrayList<>();
        all.add(Extension.discover(PipelineModule.class.getClassLoader()));
        all.addAll(added);
        all.add(bound);
        return Extension.merge(all);
    }

    @Provides
    @Singleton
    LocalRunner runner(
            Extension extension,
            Tracker tracker,
            Clock clock,
            Set<RunListener> listeners,
            Optional<RunConfig> config,
            @Named("fingerprints") Optional<Path> fingerprints) {
        Path folder = config.map(known -> known.cache().dir()).orElse(cache);
        LocalRunner.Builder builder = LocalRunner.builder()
                .cache(folder)
                .work(folder.toAbsolutePath().resolveSibling("work"))
                .extension(extension)
                .tracker(tracker)
                .clock(clock);
        listeners.forEach(builder::listener);
        fingerprints.ifPresent(builder::fingerprints);
        config.ifPresent(known -> configure(builder, known));
        return builder.build();
    }

    private static void configure(LocalRunner.Builder builder, RunConfig config) {
        builder.experiment(config.experiment()).attachment("config.yml", config.text());
        if (!config.data().pull()) {
            builder.withoutPulling();
        }
        if (config.data().allowModified()) {
            builder.allowingModifiedData();
        }
    }
}
