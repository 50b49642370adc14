package org.tributary.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.pipeline.PipelineException;

final class ModelUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models:/penguins/3",
                "models:/penguins/999999999",
                "models:/penguins@champion",
                "models:/Größe 1@a b",
                "runs:/0af3/model",
                "runs:/0af3/models/deep/er",
                "models/penguins",
                "/var/models/penguins"
            })
    void toString_ofAParsedText_isThatText(String text) {
        ModelUri uri = ModelUri.parse(text);

        assertThat(uri).hasToString(text).isEqualTo(ModelUri.parse(text)).hasSameHashCodeAs(ModelUri.parse(text));
    }

    @Test
    void parse_ofEachFactorysText_givesAnEqualUri() {
        for (ModelUri uri : new ModelUri[] {
            ModelUri.version("penguins", 3),
            ModelUri.alias("penguins", "champion"),
            ModelUri.run("0af3", "model"),
            ModelUri.folder(Path.of("models"))
        }) {
            assertThat(ModelUri.parse(uri.toString())).isEqualTo(uri);
        }
    }

    @Test
    void fold_callsTheFunctionOfTheForm() {
        assertThat(kind(ModelUri.parse("models:/p/12"))).isEqualTo("version p 12");
        assertThat(kind(ModelUri.parse("models:/p@best"))).isEqualTo("alias p best");
        assertThat(kind(ModelUri.parse("runs:/r/a/b"))).isEqualTo("run r a/b");
        assertThat(kind(ModelUri.parse("a/b"))).isEqualTo("folder " + Path.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models:/penguins",
                "models:/penguins/0",
                "models:/penguins/03",
                "models:/penguins/٣",
                "models:/penguins/9999999999",
                "models:/penguins/3/4",
                "models:/a@b@c",
                "models:/@champion",
                "models:penguins/3",
                "models://penguins/3",
                "runs:/0af3",
                "runs:/0af3/",
                "runs://model"
            })
    void parse_ofABadUri_saysWhatToWrite(String text) {
        assertThatThrownBy(() -> ModelUri.parse(text))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MODEL_BAD_URI] \"" + text + "\" is no model URI. Write models:/name/3, "
                        + "models:/name@alias, runs:/run-id/path or the path of a folder.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a@b", "a:b"})
    void factories_nameThatIsNone_areRefused(String name) {
        String message = "[MODEL_BAD_NAME] \"" + name
                + "\" is no name for a model or an alias. A name is not empty and holds neither \"/\", \"@\" nor \":\".";

        assertThatThrownBy(() -> ModelUri.version(name, 1))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> ModelUri.alias(name, "a"))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> ModelUri.alias("a", name))
                .isInstanceOf(PipelineException.class)
                .hasMessage(message);
    }

    @Test
    void version_lessThanOne_isRefused() {
        assertThatThrownBy(() -> ModelUri.version("p", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a version is 1 or more, not 0");
    }

    @Test
    void equals_otherFormOrDetail_differs() {
        assertThat(ModelUri.version("p", 1))
                .isNotEqualTo(ModelUri.version("p", 2))
                .isNotEqualTo(ModelUri.version("q", 1))
                .isNotEqualTo(ModelUri.alias("p", "1"));
    }

    private static String kind(ModelUri uri) {
        return uri.fold(
                (name, version) -> "version " + name + " " + version,
                (name, alias) -> "alias " + name + " " + alias,
                (run, path) -> "run " + run + " " + path,
                folder -> "folder " + folder);
    }
}
