package org.tributary.runtime.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.cache.Codec;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepFactory;
import org.tributary.pipeline.StepOptions;
import org.tributary.run.RunListener;
import org.tributary.run.RunReport;
import org.tributary.run.Runner;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.engine.LocalRunner;
import org.tributary.tracking.InMemoryTracker;
import org.tributary.tracking.Tracker;

final class PipelineModuleTest {

    private static final StepOptions VERSIONED = StepOptions.defaults().withKeyPart("1");

    @TempDir
    Path folder;

    @Test
    void create_bindsWhatALocalRunnerNeeds() {
        Injector injector = Guice.createInjector(PipelineModule.create());

        assertThat(injector.getInstance(Runner.class))
                .isInstanceOf(LocalRunner.class)
                .isSameAs(injector.getInstance(Runner.class));
        assertThat(injector.getInstance(Tracker.class)).isSameAs(Tracker.noop());
        assertThat(injector.getInstance(Clock.class)).isEqualTo(Clock.systemUTC());
        assertThat(injector.getInstance(Extension.class).steps()).isEmpty();
    }

    @Test
    void steps_factoryWithACollaborator_isInjectedAndRuns() {
        Injector injector = injector(binder -> {
            binder.bind(Greeter.class).toInstance(name -> "hello " + name);
            PipelineModule.steps(binder).addBinding("greet").to(GreetFactory.class);
            PipelineModule.codecs(binder).addBinding().toInstance(new GreetingCodec());
        });
        StepFactory<?> factory = injector.getInstance(Extension.class).steps().get("greet");
        Pipeline<Greeting> pipeline = greeting(factory);

        RunReport<Greeting> first =
                injector.getInstance(Runner.class).run(pipeline).orThrow();
        RunReport<Greeting> second =
                injector.getInstance(Runner.class).run(pipeline).orThrow();

        assertThat(first.value().text).isEqualTo("hello anna");
        assertThat(second.step("greet")).isInstanceOf(StepOutcome.Cached.class);
        assertThat(second.value().text).isEqualTo("hello anna");
    }

    @Test
    void of_cacheFolder_isWhereValuesAreStored() {
        Injector injector = injector(binder -> {});
        injector.getInstance(Runner.class).run(fixed()).orThrow();

        assertThat(folder.resolve("cache")).isNotEmptyDirectory();
    }

    @Test
    void tracker_set_recordsTheRun() {
        InMemoryTracker memory = Tracker.inMemory();
        Injector injector =
                injector(binder -> PipelineModule.tracker(binder).setBinding().toInstance(memory));

        RunReport<String> report =
                injector.getInstance(Runner.class).run(fixed()).orThrow();

        assertThat(memory.runs()).containsExactly(report.runId());
        assertThat(memory.params(report.runId())).containsEntry("fixed.text", "x");
    }

    @Test
    void clock_set_isTheRunnersTime() {
        Instant time = Instant.parse("2026-01-01T12:00:00Z");
        InMemoryTracker memory = Tracker.inMemory();
        Injector injector = injector(binder -> {
            PipelineModule.tracker(binder).setBinding().toInstance(memory);
            PipelineModule.clock(binder).setBinding().toInstance(Clock.fixed(time, ZoneOffset.UTC));
        });

        RunReport<String> report =
                injector.getInstance(Runner.class).run(fixed()).orThrow();

        assertThat(memory.metrics(report.runId()))
                .isNotEmpty()
                .allMatch(point -> point.time().equals(time));
    }

    @Test
    void listeners_added_hearTheRun() {
        List<String> finished = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void onStepFinished(StepOutcome outcome) {
                finished.add(outcome.step());
            }
        };
        Injector injector =
                injector(binder -> PipelineModule.listeners(binder).addBinding().toInstance(listener));
        injector.getInstance(Runner.class).run(fixed()).orThrow();

        assertThat(finished).containsExactly("fixed");
    }

    @Test
    void extensions_added_areMerged() {
        Injector injector = injector(binder -> {
            PipelineModule.extensions(binder).addBinding().toInstance(new Registers("a"));
            PipelineModule.extensions(binder).addBinding().toInstance(new Registers("b"));
            PipelineModule.steps(binder).addBinding("c").toInstance(StepFactory.of(Fixed.class));
        });

        assertThat(injector.getInstance(Extension.class).steps()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void steps_boundTwice_isAnErrorOfGuiceThatNamesTheId() {
        Throwable error = catchThrowable(() -> injector(binder -> {
            PipelineModule.steps(binder).addBinding("greet").toInstance(StepFactory.of(Fixed.class));
            PipelineModule.steps(binder).addBinding("greet").toInstance(StepFactory.of(Greet.class));
        }));

        assertThat(error).isInstanceOf(CreationException.class).hasMessageContaining("Duplicate key \"greet\" found");
    }

    @Test
    void steps_boundAndRegistered_isAnErrorThatNamesBoth() {
        Injector injector = injector(binder -> {
            PipelineModule.extensions(binder).addBinding().toInstance(new Registers("greet"));
            PipelineModule.steps(binder).addBinding("greet").toInstance(StepFactory.of(Greet.class));
        });

        assertThatThrownBy(() -> injector.getInstance(Runner.class))
                .isInstanceOf(ProvisionException.class)
                .cause()
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[EXTENSION_DUPLICATE_ID] the step \"greet\" is registered twice: by "
                        + Registers.class.getName() + " (")
                .hasMessageContaining(" and by " + GuiceBindings.class.getName() + " (");
    }

    @Test
    void codecs_twoForOneType_isAnErrorThatNamesTheType() {
        Injector injector = injector(binder -> {
            PipelineModule.codecs(binder).addBinding().toInstance(new GreetingCodec());
            PipelineModule.codecs(binder).addBinding().toInstance(new GreetingCodec());
        });

        assertThatThrownBy(() -> injector.getInstance(Extension.class))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("[EXTENSION_DUPLICATE_ID] the codec for \"" + Greeting.class.getName() + "\" ");
    }

    private Injector injector(Consumer<Binder> bindings) {
        Module pipelines = PipelineModule.of(folder.resolve("cache"));
        return Guice.createInjector(new Application(pipelines, bindings));
    }

    private static Pipeline<String> fixed() {
        return Pipeline.define("p", p -> p.add("fixed", new Fixed("x"), VERSIONED));
    }

    @SuppressWarnings("unchecked") // the factory of greetings was registered under this id
    private static Pipeline<Greeting> greeting(StepFactory<?> factory) {
        Source<Greeting> step = (Source<Greeting>) ((StepFactory<Greet>) factory).create(new Greet("anna"));
        return Pipeline.define("p", p -> p.add("greet", step, VERSIONED));
    }

    /** A module of an application, which installs ours and binds what a test says. */
    private static final class Application extends AbstractModule {
        private final Module pipelines;
        private final Consumer<Binder> bindings;

        Application(Module pipelines, Consumer<Binder> bindings) {
            this.pipelines = pipelines;
            this.bindings = bindings;
        }

        @Override
        protected void configure() {
            install(pipelines);
            bindings.accept(binder());
        }
    }

    interface Greeter {
        String greet(String name);
    }

    record Greet(String name) {}

    record Fixed(String text) implements Source<String> {
        @Override
        public String run(StepContext context) {
            context.metric("length", text.length());
            return text;
        }
    }

    record Registers(String id) implements Extension {
        @Override
        public Map<String, StepFactory<?>> steps() {
            return Map.of(id, StepFactory.of(Fixed.class));
        }
    }

    static final class GreetFactory implements StepFactory<Greet> {
        private final Greeter greeter;

        @Inject
        GreetFactory(Greeter greeter) {
            this.greeter = greeter;
        }

        @Override
        public Class<Greet> settings() {
            return Greet.class;
        }

        @Override
        public Object create(Greet settings) {
            return new GreetStep(settings, greeter);
        }
    }

    static final class GreetStep implements Source<Greeting> {
        private final Greet settings;
        private final Greeter greeter;

        GreetStep(Greet settings, Greeter greeter) {
            this.settings = settings;
            this.greeter = greeter;
        }

        @Override
        public Greeting run(StepContext context) {
            return new Greeting(greeter.greet(settings.name()));
        }

        @Override
        public Optional<Record> settings() {
            return Optional.of(settings);
        }
    }

    /** Can be stored by its codec only. */
    static final class Greeting {
        private final String text;

        Greeting(String text) {
            this.text = text;
        }
    }

    static final class GreetingCodec implements Codec<Greeting> {
        @Override
        public Class<Greeting> type() {
            return Greeting.class;
        }

        @Override
        public String format() {
            return "greeting/1";
        }

        @Override
        public void encode(Greeting value, OutputStream out) throws IOException {
            out.write(value.text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Greeting decode(InputStream in) throws IOException {
            return new Greeting(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
