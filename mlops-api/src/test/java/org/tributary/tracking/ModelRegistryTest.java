package org.tributary.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;

final class ModelRegistryTest {

    private static final Path FIRST = Path.of("models", "first");
    private static final Path SECOND = Path.of("models", "second");

    private final ModelRegistry registry = ModelRegistry.inMemory();

    @Test
    void register_sameNameAgain_isTheNextVersion() {
        assertThat(registry.register("p", FIRST)).isEqualTo(ModelUri.version("p", 1));
        assertThat(registry.register("p", SECOND)).isEqualTo(ModelUri.version("p", 2));
        assertThat(registry.register("q", SECOND)).isEqualTo(ModelUri.version("q", 1));
        assertThat(registry.resolve(ModelUri.version("p", 1))).isEqualTo(FIRST);
        assertThat(registry.resolve(ModelUri.version("p", 2))).isEqualTo(SECOND);
    }

    @Test
    void register_nameThatIsNone_leavesNothingBehind() {
        assertThatThrownBy(() -> registry.register("a/b", FIRST)).hasMessageStartingWith("[MODEL_BAD_NAME] \"a/b\" ");
        assertUnknown(registry, ModelUri.version("p", 1), "[]");
    }

    @Test
    void alias_movedToAnotherVersion_resolvesToIt() {
        registry.register("p", FIRST);
        registry.register("p", SECOND);
        registry.alias("p", "best", 1);
        assertThat(registry.resolve(ModelUri.alias("p", "best"))).isEqualTo(FIRST);
        registry.alias("p", "best", 2);

        assertThat(registry.resolve(ModelUri.alias("p", "best"))).isEqualTo(SECOND);
    }

    @Test
    void alias_ofAVersionThatIsNot_isRefused() {
        registry.register("p", FIRST);

        assertThatThrownBy(() -> registry.alias("p", "best", 2))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MODEL_UNKNOWN] the registry does not know models:/p/2: it has the models [p]."
                        + " Register the model first.");
        assertUnknown(registry, ModelUri.alias("p", "best"), "[p]");
    }

    @Test
    void resolve_folder_isTheFolder() {
        assertThat(registry.resolve(ModelUri.folder(FIRST))).isEqualTo(FIRST);
        assertThat(ModelRegistry.noop().resolve(ModelUri.folder(FIRST))).isEqualTo(FIRST);
    }

    @Test
    void resolve_unknown_listsTheModels() {
        registry.register("q", FIRST);
        registry.register("p", FIRST);

        assertUnknown(registry, ModelUri.version("r", 1), "[p, q]");
        assertUnknown(registry, ModelUri.run("0af3", "model"), "[p, q]");
    }

    @Test
    void noop_knowsFoldersOnly() {
        assertThat(ModelRegistry.noop().register("p", FIRST)).isEqualTo(ModelUri.folder(FIRST));
        assertThatThrownBy(() -> ModelRegistry.noop().resolve(ModelUri.version("p", 1)))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MODEL_UNKNOWN] no registry is configured that could know models:/p/1."
                        + " Give the path of a model folder, or configure a registry.");
    }

    @Test
    void composite_registersInAllAndAnswersWithTheFirst() {
        ModelRegistry other = ModelRegistry.inMemory();
        other.register("p", SECOND);

        assertThat(ModelRegistry.composite(registry, other).register("p", FIRST))
                .isEqualTo(ModelUri.version("p", 1));
        assertThat(other.resolve(ModelUri.version("p", 2))).isEqualTo(FIRST);
    }

    @Test
    void composite_resolvesByTheFirstThatKnows() {
        ModelRegistry other = ModelRegistry.inMemory();
        other.register("p", SECOND);

        assertThat(ModelRegistry.composite(registry, other).resolve(ModelUri.version("p", 1)))
                .isEqualTo(SECOND);
    }

    @Test
    void composite_noneKnows_tellsWhatTheFirstSaid() {
        registry.register("q", FIRST);

        assertUnknown(ModelRegistry.composite(registry, ModelRegistry.noop()), ModelUri.version("p", 1), "[q]");
    }

    private static void assertUnknown(ModelRegistry registry, ModelUri uri, String models) {
        assertThatThrownBy(() -> registry.resolve(uri))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MODEL_UNKNOWN] the registry does not know " + uri + ": it has the models " + models
                        + ". Register the model first.");
    }
}
