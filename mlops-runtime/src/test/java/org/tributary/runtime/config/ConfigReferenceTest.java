package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigReferenceTest {

    private final String page = ConfigReference.markdown(new SampleSteps());

    @Test
    void page_ofSections_hasEveryKeyWithItsDefault() {
        assertThat(page)
                .contains("| `data.pull` | true or false | `true` | | Whether missing files")
                .contains("| `cache.dir` | path | `.mlops/cache` | | The folder")
                .contains("| `tracking.experiment` | optional text | `null` | | The experiment")
                .contains("| `options.retries` | whole number | `0` | at least 0 | How often")
                .contains("| `options.backoff` | duration | `1s` | | The wait");
    }

    @Test
    void page_ofAStep_hasItsTypesAndSettings() {
        assertThat(page)
                .contains("\n### split\n\nIt takes Table, and gives Parts.\n")
                .contains("| `test` | number | `0.2` | from 0 to 1 | |")
                .contains("| `stratify` | optional text | `null` | | |")
                .contains("| `target` | text | required | | |")
                .contains("| `scale` | one of `none`, `min-max` | `none` | | |")
                .contains("| `delimiter` | text | `\",\"` | | |")
                .contains("\n### evaluate\n\nIt takes Model, Table, and gives Score.\n\nIt has no settings.\n");
    }

    @Test
    void page_ofVariants_hasThoseOfEachStepAndInterface() {
        assertThat(page)
                .contains("\nWith `trainer: linear`, beside it:\n")
                .contains("| `learning-rate` | number | `1` | above 0 | |")
                .contains("| `depth` | optional whole number | `null` | | |")
                .contains("\n### Impute\n\nWithout settings: `mean`, `median`.\n\n`constant`:\n")
                .contains("| `value` | number | required | from -100 to 100 | |")
                .contains("| `impute` | one of `constant`, `mean`, `median` | `median` | | |")
                .doesNotContain("### Trainer");
    }

    @Test
    void page_ofMaps_hasTheirKeys() {
        assertThat(page)
                .contains("| `inner` | map [Inner](#inner) | `{text: a, number: 1}` | | |")
                .contains("\n## Maps\n")
                .contains("\n### Inner\n\n| key | type |")
                .contains(
                        "| `text` | text | required | | |\n| `number` | whole number | required | | |\n\n## Choices\n");
    }
}
