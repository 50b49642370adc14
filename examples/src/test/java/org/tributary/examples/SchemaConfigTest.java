package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.steps.ingest.ColumnRule;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.ingest.JsonLinesIngest;
import org.tributary.steps.ingest.ParquetIngest;
import org.tributary.steps.ingest.Schema;
import org.tributary.steps.ingest.Schema.Extra;
import org.tributary.steps.ingest.Schema.Violations;
import org.tributary.table.ColumnType;

/** A schema as {@code config.yml} says it. */
final class SchemaConfigTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeData() throws IOException {
        Files.writeString(folder.resolve("people.csv"), "id\n1\n", StandardCharsets.UTF_8);
        Files.createFile(folder.resolve("a.parquet"));
        Files.writeString(folder.resolve("a.jsonl"), "{\"id\":1}\n", StandardCharsets.UTF_8);
    }

    @Test
    void schema_withAllItsKeys_isWhatJavaSays() throws IOException {
        assertThat(ingest("""
                name: people
                steps:
                  ingest:
                    use: csv
                    path: people.csv
                    types: {city: text}
                    schema:
                      violations: reject
                      extra: error
                      columns:
                        - {name: id, type: whole, nullable: false, unique: true}
                        - {name: age, type: whole, min: 0, max: 120}
                        - {name: born, type: time, min: 1900-01-01}
                        - {name: sex, type: text, allowed: [female, male]}
                        - {name: code, type: text, pattern: "[A-Z]{2}\\\\d+"}
                """))
                .isEqualTo(CsvIngest.of(folder.resolve("people.csv"))
                        .withTypes(Map.of("city", ColumnType.TEXT))
                        .withSchema(Schema.of(
                                        ColumnRule.of("id", ColumnType.WHOLE)
                                                .required()
                                                .withoutDuplicates(),
                                        ColumnRule.of("age", ColumnType.WHOLE)
                                                .withMin("0")
                                                .withMax("120"),
                                        ColumnRule.of("born", ColumnType.TIME).withMin("1900-01-01"),
                                        ColumnRule.of("sex", ColumnType.TEXT).withAllowed("female", "male"),
                                        ColumnRule.of("code", ColumnType.TEXT).withPattern("[A-Z]{2}\\d+"))
                                .withViolations(Violations.REJECT)
                                .withExtra(Extra.ERROR)));
    }

    @Test
    void schema_ofJsonLines_isTheSame() throws IOException {
        assertThat(ingest("""
                name: people
                steps:
                  ingest: {use: json-lines, path: a.jsonl, schema: {columns: [{name: id, type: whole}]}}
                """))
                .isEqualTo(JsonLinesIngest.of(folder.resolve("a.jsonl"))
                        .withSchema(Schema.of(ColumnRule.of("id", ColumnType.WHOLE))));
    }

    @Test
    void schema_ofParquet_isTheSame() throws IOException {
        assertThat(ingest("""
                name: people
                steps:
                  ingest: {use: parquet, path: a.parquet, schema: {columns: [{name: id, type: whole}]}}
                """))
                .isEqualTo(ParquetIngest.of(folder.resolve("a.parquet"))
                        .withSchema(Schema.of(ColumnRule.of("id", ColumnType.WHOLE))));
    }

    @Test
    void schema_faults_areToldAtOnceWithTheirPlaces() {
        assertThatThrownBy(() -> ingest("""
                name: people
                steps:
                  ingest:
                    use: csv
                    path: people.csv
                    schema:
                      violations: ignore
                      columns:
                        - {name: a, type: integer}
                        - {name: b}
                        - {name: c, type: whole, min: zero}
                        - {name: d, type: text, pattern: "("}
                        - {name: e, type: text, lenght: 3}
                """))
                .hasMessage(String.join(
                        "\n",
                        "6 errors in config.yml:",
                        "1) [CONFIG_UNKNOWN_VARIANT] config.yml:7:19 steps.ingest.schema.violations: \"ignore\" is none of the"
                                + " choices.",
                        "   Valid: \"error\", \"reject\". More: docs/errors/CONFIG_UNKNOWN_VARIANT.md",
                        "2) [CONFIG_UNKNOWN_VARIANT] config.yml:9:27 steps.ingest.schema.columns[0].type: \"integer\" is none of"
                                + " the choices.",
                        "   Valid: \"number\", \"whole\", \"text\", \"boolean\", \"time\". More:"
                                + " docs/errors/CONFIG_UNKNOWN_VARIANT.md",
                        "3) [CONFIG_MISSING_KEY] config.yml:10:11 steps.ingest.schema.columns[1].type: the key is missing, and it"
                                + " has no default.",
                        "   More: docs/errors/CONFIG_MISSING_KEY.md",
                        "4) [CONFIG_REFUSED_VALUE] config.yml:11:39 steps.ingest.schema.columns[2].min: the value is refused:"
                                + " [SCHEMA_VALUE] the rule for column \"c\" has min \"zero\", which is not of type whole. Write it"
                                + " as the file would, for example 12.",
                        "   More: docs/errors/CONFIG_REFUSED_VALUE.md",
                        "5) [CONFIG_REFUSED_VALUE] config.yml:12:42 steps.ingest.schema.columns[3].pattern: the value is refused:"
                                + " [SCHEMA_PATTERN] the rule for column \"d\" has the pattern \"(\", which is no regular expression"
                                + " of Java: Unclosed group near character 2. Mend it.",
                        "   More: docs/errors/CONFIG_REFUSED_VALUE.md",
                        "6) [CONFIG_UNKNOWN_KEY] config.yml:13:33 steps.ingest.schema.columns[4].lenght: there is no key"
                                + " \"lenght\".",
                        "   Valid: \"name\", \"type\", \"nullable\", \"min\", \"max\", \"allowed\", \"unique\", \"pattern\". More:"
                                + " docs/errors/CONFIG_UNKNOWN_KEY.md"));
    }

    private Object ingest(String config) throws IOException {
        return WrittenConfig.step(folder, "ingest", config.replace("path: ", "path: " + folder + "/"));
    }
}
