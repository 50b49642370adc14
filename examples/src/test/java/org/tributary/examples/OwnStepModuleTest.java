package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.run.RunReport;
import org.tributary.run.Runner;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.config.RunConfig;
import org.tributary.runtime.wiring.ConfigModule;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;
import org.tributary.tracking.Tracker;

/** A configuration that uses a step with an injected collaborator. */
class OwnStepModuleTest {

    private static final Path CONFIG = Path.of("own-step.yml");

    @TempDir
    Path folder;

    private RunReport<?> run(String... overrides) {
        List<String> all = new ArrayList<>(List.of(
                "ingest.path=" + Penguins.raw(),
                "cache.dir=" + folder.resolve("cache"),
                "tracking.uri=sqlite:" + folder.resolve("mlflow.db")));
        all.addAll(List.of(overrides));
        Injector injector = Guice.createInjector(ConfigModule.of(CONFIG, all, Map.of()), new OwnStepModule());
        try (Tracker tracker = injector.getInstance(Tracker.class)) {
            assertThat(tracker).isNotNull();
            return injector.getInstance(Runner.class)
                    .run(injector.getInstance(RunConfig.class).pipeline());
        }
    }

    @Test
    void run_convertsByTheCollaborator_andIsCachedByItsSettings() {
        RunReport<?> first = run();
        assertThat(first.step("convert")).isInstanceOf(StepOutcome.Ran.class);
        Table table = first.value("convert", Table.class);
        assertThat(((NumberColumn) table.column("Culmen Length (mm)")).value(0)).isEqualTo(39.1 * 0.001);

        assertThat(run().step("convert")).isInstanceOf(StepOutcome.Cached.class);
        assertThat(run("convert.unit=g").step("convert").reason()).isEqualTo("setting unit mm -> g");
    }

    @Test
    void run_unknownUnit_failsThatStepAlone() {
        RunReport<?> report = run("convert.unit=furlong");

        assertThat(report.step("convert").reason())
                .isEqualTo("[CONVERT_UNKNOWN_UNIT] step \"convert\": nobody knows the unit \"furlong\". Give mm or g.");
        assertThat(report.step("clean")).isNotInstanceOf(StepOutcome.Failed.class);
    }

    @Test
    void module_isAService() {
        assertThat(ServiceLoader.load(Module.class)).hasAtLeastOneElementOfType(OwnStepModule.class);
    }
}
