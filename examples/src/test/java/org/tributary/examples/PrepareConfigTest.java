package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Node;
import org.tributary.runtime.config.ConfigReader;
import org.tributary.steps.prepare.Encode;
import org.tributary.steps.prepare.ForColumns;
import org.tributary.steps.prepare.Impute;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.prepare.Rare;
import org.tributary.steps.prepare.Scale;

/** What {@code prepare} can be told in {@code config.yml}, against the same in Java. */
class PrepareConfigTest {

    @TempDir
    private Path folder;

    private Object prepare(String settings) throws IOException {
        Path file = Files.writeString(
                folder.resolve("config.yml"),
                """
                name: birds
                steps:
                  csv:
                    path: PENGUINS
                  prepare:
                    target: kind
                """.replace("PENGUINS", Penguins.raw().toString()) + settings.indent(4));
        Extension extension = Extension.discover(getClass().getClassLoader());
        List<Node<?>> nodes = ConfigReader.of(extension, Map.of())
                .read(file, List.of())
                .pipeline()
                .nodes();
        return nodes.get(1).step().orElseThrow();
    }

    @Test
    void prepare_targetOnly_hasTheDefaults() throws IOException {
        assertThat(prepare("")).isEqualTo(Prepare.of("kind"));
    }

    @Test
    void prepare_allSettings_areThoseOfJava() throws IOException {
        assertThat(prepare("""
                indicate: true
                scale: {quantiles: {bins: 10, form: ordinal}}
                encode: {one-hot: {unknown: ignore, rare: {min-count: 5, min-share: 0.01, most: 20}}}
                overrides:
                  - columns: [size, age]
                    impute: {constant: {value: 0}}
                    scale: robust
                    indicate: false
                  - {columns: [place], encode: frequency}
                  - {columns: [street], encode: {hashing: {buckets: 64}}}
                  - {columns: [colour], encode: {ordinal: {missing: error}}}
                  - {columns: [note], encode: {n-grams: {n: 2, most: 500, tokens: spaces, count-others: false}}}
                """))
                .isEqualTo(Prepare.of("kind")
                        .withIndicate(true)
                        .withScale(Scale.Quantiles.of(10).withForm(Scale.Form.ORDINAL))
                        .withEncode(Encode.OneHot.defaults()
                                .withUnknown(Encode.Unknown.IGNORE)
                                .withRare(Rare.defaults()
                                        .withMinCount(5)
                                        .withMinShare(0.01)
                                        .withMost(20)))
                        .withOverrides(
                                ForColumns.of("size", "age")
                                        .withImpute(new Impute.Constant(0))
                                        .withScale(new Scale.Robust())
                                        .withIndicate(false),
                                ForColumns.of("place").withEncode(Encode.Frequency.defaults()),
                                ForColumns.of("street").withEncode(Encode.Hashing.of(64)),
                                ForColumns.of("colour")
                                        .withEncode(Encode.Ordinal.defaults().withMissing(Encode.Missing.ERROR)),
                                ForColumns.of("note")
                                        .withEncode(Encode.NGrams.defaults()
                                                .withN(2)
                                                .withMost(500)
                                                .withTokens(Encode.Tokens.SPACES)
                                                .withCountOthers(false))));
    }
}
