package org.tributary.steps.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.PipelineException;
import org.tributary.steps.ingest.Schema.Extra;
import org.tributary.steps.ingest.Schema.Violations;
import org.tributary.table.ColumnType;

class SchemaTest {

    @Test
    void of_rules_haveTheDocumentedDefaults() {
        ColumnRule rule = ColumnRule.of("a", ColumnType.WHOLE);
        assertThat(rule)
                .isEqualTo(new ColumnRule(
                        "a",
                        ColumnType.WHOLE,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false,
                        Optional.empty()));
        assertThat(Schema.of(rule)).isEqualTo(new Schema(List.of(rule), Violations.ERROR, Extra.ALLOW));
        assertThat(Schema.none().columns()).isEmpty();
    }

    @Test
    void withers_allTogether_changeOnePartEach() {
        assertThat(ColumnRule.of("a", ColumnType.WHOLE)
                        .required()
                        .withMin("1")
                        .withMax("2")
                        .withAllowed("1", "2")
                        .withoutDuplicates())
                .isEqualTo(new ColumnRule(
                        "a",
                        ColumnType.WHOLE,
                        false,
                        Optional.of("1"),
                        Optional.of("2"),
                        List.of("1", "2"),
                        true,
                        Optional.empty()));
        assertThat(ColumnRule.of("a", ColumnType.TEXT).withPattern("x+").pattern())
                .contains("x+");
        assertThat(Schema.none().withExtra(Extra.ERROR).withViolations(Violations.REJECT))
                .isEqualTo(new Schema(List.of(), Violations.REJECT, Extra.ERROR));
    }

    enum Sex {
        FEMALE,
        MALE
    }

    record Passenger(
            String name,
            int age,
            double fare,
            Optional<Boolean> crew,
            Sex sex,
            LocalDate born,
            Integer cabin,
            long id) {}

    @Test
    void of_record_hasARuleForEachComponent() {
        ColumnRule cabin =
                ColumnRule.of("cabin", ColumnType.WHOLE).withMin("-2147483648").withMax("2147483647");
        assertThat(Schema.of(Passenger.class))
                .isEqualTo(Schema.of(
                        ColumnRule.of("name", ColumnType.TEXT),
                        ColumnRule.of("age", ColumnType.WHOLE)
                                .required()
                                .withMin("-2147483648")
                                .withMax("2147483647"),
                        ColumnRule.of("fare", ColumnType.NUMBER).required(),
                        ColumnRule.of("crew", ColumnType.BOOLEAN),
                        ColumnRule.of("sex", ColumnType.TEXT).withAllowed("FEMALE", "MALE"),
                        ColumnRule.of("born", ColumnType.TIME),
                        cabin,
                        ColumnRule.of("id", ColumnType.WHOLE).required()));
    }

    record Odd(List<String> names) {}

    @Test
    void of_recordThatNoTableHolds_saysWhatItMayHold() {
        fails(
                () -> Schema.of(Odd.class),
                "[TABLE_RECORD_TYPE] component \"names\" of record Odd has type List: columns hold double, long, int, String,"
                        + " enums, boolean, LocalDateTime, LocalDate and Instant, boxed or in an Optional, too.");
    }

    @Test
    void rule_boundOfNoOrder_isRefused() {
        fails(
                () -> ColumnRule.of("a", ColumnType.TEXT).withMin("x"),
                "[SCHEMA_BOUND] the rule for column \"a\" has a min and type text: bounds are for number, whole and time."
                        + " Use allowed or pattern.");
        fails(
                () -> ColumnRule.of("a", ColumnType.BOOLEAN).withMax("true"),
                "[SCHEMA_BOUND] the rule for column \"a\" has a max and type boolean: bounds are for number, whole and time."
                        + " Use allowed or pattern.");
    }

    @Test
    void rule_emptyRange_isRefusedByTypeNotByText() {
        fails(
                () -> ColumnRule.of("a", ColumnType.WHOLE).withMin("10").withMax("9"),
                "[SCHEMA_BOUND] the rule for column \"a\" has min \"10\" and max \"9\", so no value lies between them."
                        + " Set a min that is at most the max.");
        fails(
                () -> ColumnRule.of("a", ColumnType.TIME)
                        .withMin("2020-01-01T00:01")
                        .withMax("2020-01-01"),
                "[SCHEMA_BOUND] the rule for column \"a\" has min \"2020-01-01T00:01\" and max \"2020-01-01\", so no value lies"
                        + " between them. Set a min that is at most the max.");
        assertThat(ColumnRule.of("a", ColumnType.WHOLE)
                        .withMin("9")
                        .withMax("10")
                        .max())
                .contains("10");
        assertThat(ColumnRule.of("a", ColumnType.NUMBER)
                        .withMin("1.5")
                        .withMax("1.50")
                        .max())
                .contains("1.50");
    }

    @Test
    void rule_valueOfAnotherType_isRefusedWithAnExample() {
        fails(
                () -> ColumnRule.of("a", ColumnType.WHOLE).withMin("0.5"),
                "[SCHEMA_VALUE] the rule for column \"a\" has min \"0.5\", which is not of type whole."
                        + " Write it as the file would, for example 12.");
        fails(
                () -> ColumnRule.of("a", ColumnType.NUMBER).withMax("NaN"),
                "[SCHEMA_VALUE] the rule for column \"a\" has max \"NaN\", which is not of type number."
                        + " Write it as the file would, for example 0.5.");
        fails(
                () -> ColumnRule.of("a", ColumnType.BOOLEAN).withAllowed("yes"),
                "[SCHEMA_VALUE] the rule for column \"a\" has allowed \"yes\", which is not of type boolean."
                        + " Write it as the file would, for example true.");
        fails(
                () -> ColumnRule.of("a", ColumnType.TIME).withMin("1.2.2020"),
                "[SCHEMA_VALUE] the rule for column \"a\" has min \"1.2.2020\", which is not of type time."
                        + " Write it as the file would, for example 2007-11-11 or 2007-11-11T10:15.");
    }

    @Test
    void rule_wrongPattern_isRefused() {
        fails(
                () -> ColumnRule.of("a", ColumnType.TEXT).withPattern("(x"),
                "[SCHEMA_PATTERN] the rule for column \"a\" has the pattern \"(x\", which is no regular expression of Java:"
                        + " Unclosed group near character 3. Mend it.");
        fails(
                () -> ColumnRule.of("a", ColumnType.WHOLE).withPattern("1+"),
                "[SCHEMA_PATTERN] the rule for column \"a\" has a pattern and type whole: patterns are for text."
                        + " Use min, max or allowed.");
    }

    @Test
    void schema_twoRulesForOneColumn_areRefused() {
        ColumnRule rule = ColumnRule.of("a", ColumnType.WHOLE);
        fails(
                () -> Schema.of(rule, rule.required()),
                "[SCHEMA_DUPLICATE] the schema has two rules for column \"a\": write them as one.");
    }

    @Test
    void ingest_typeAndRuleForOneColumn_areRefused() {
        Schema schema = Schema.of(ColumnRule.of("a", ColumnType.WHOLE));
        Map<String, ColumnType> types = Map.of("a", ColumnType.WHOLE);
        String message =
                "[SCHEMA_TYPE_TWICE] column \"a\" has a type in types and a rule in the schema: take it out of types.";
        fails(() -> CsvIngest.of(Path.of("a.csv")).withTypes(types).withSchema(schema), message);
        fails(() -> JsonLinesIngest.of(Path.of("a.jsonl")).withSchema(schema).withTypes(types), message);
        fails(() -> ParquetIngest.of(Path.of("a.parquet")).withTypes(types).withSchema(schema), message);
        fails(() -> JdbcQuery.of("select a from b").withSchema(schema).withTypes(types), message);
    }

    private static void fails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(PipelineException.class).hasMessage(message);
    }
}
