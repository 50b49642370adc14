package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.examples.OwnStepModule.Gazetteer;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;
import org.tributary.run.Runner;
import org.tributary.run.StepOutcome;
import org.tributary.runtime.config.ConfigReader;
import org.tributary.runtime.wiring.PipelineModule;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

/** The step with an injected collaborator, from its configuration file. */
class OwnStepModuleTest {

    private static final Path CONFIG = Path.of("own-step.yml").toAbsolutePath();

    @TempDir
    Path folder;

    private RunReport<?> run(Gazetteer gazetteer, String... overrides) {
        Injector injector = Guice.createInjector(
                PipelineModule.of(folder.resolve("cache")),
                Modules.override(new OwnStepModule())
                        .with(binder -> binder.bind(Gazetteer.class).toInstance(gazetteer)));
        List<String> all =
                List.of("ingest.path=" + Penguins.raw(), overrides.length == 0 ? "locate.edition=2014" : overrides[0]);
        Pipeline<?> pipeline = ConfigReader.of(injector.getInstance(Extension.class), Map.of())
                .read(CONFIG, all)
                .pipeline();
        return injector.getInstance(Runner.class).run(pipeline);
    }

    @Test
    void ownStep_fromConfig_usesWhatGuiceInjects() {
        Table table = run(place -> place.equals("Dream") ? 1.0 : 2.0).value("locate", Table.class);
        NumberColumn latitude = (NumberColumn) table.column("latitude");
        for (int row = 0; row < table.rowCount(); row++) {
            boolean isDream = table.column("Island").text(row).equals("Dream");
            assertThat(latitude.value(row)).as("row %s", row).isEqualTo(isDream ? 1.0 : 2.0);
        }
    }

    @Test
    void ownStep_otherCollaborator_isTheSameKey() {
        assertThat(run(place -> 1.0).step("locate")).isInstanceOf(StepOutcome.Ran.class);
        assertThat(run(place -> 2.0).step("locate")).isInstanceOf(StepOutcome.Cached.class);
    }

    @Test
    void ownStep_otherSetting_isAnotherKey() {
        run(place -> 1.0);
        StepOutcome outcome = run(place -> 1.0, "locate.edition=2026").step("locate");
        assertThat(outcome.word()).isEqualTo("RAN");
        assertThat(outcome.reason()).contains("edition");
    }

    @Test
    void ownStep_unknownPlace_failsNamingIt() {
        StepOutcome outcome = run(place -> null).step("locate");
        assertThat(outcome.reason())
                .isEqualTo("[PLACE_UNKNOWN] the gazetteer of 2014 has no place \"Torgersen\"."
                        + " Correct the name, or take another edition.");
    }

    @Test
    void ownStep_onTheClassPathOfTheCommand_isFound() throws Exception {
        ChildJvm.Ended run = ChildJvm.in(folder)
                .run("org.tributary.cli.Main", "run", CONFIG.toString(), "--set", "ingest.path=" + Penguins.raw());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("places FINISHED").containsPattern("locate +RAN");
    }
}
