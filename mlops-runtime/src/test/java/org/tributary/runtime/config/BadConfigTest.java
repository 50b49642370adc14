package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadConfigTest {

    private static final Pattern ID = Pattern.compile("\\[(CONFIG_[A-Z_]+)]");

    static Stream<ConfigCase> cases() {
        return ConfigCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void read_badConfig_tellsWholeMessage(ConfigCase row, @TempDir Path folder) {
        assertThat(row.messageIn(folder)).isEqualTo(row.message());
    }

    @Test
    void cases_together_breakEveryRuleOfFiles() {
        List<ConfigCase> all = cases().toList();
        Set<String> told = all.stream()
                .flatMap(row -> ID.matcher(row.message()).results())
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        assertThat(all).hasSizeGreaterThanOrEqualTo(40);
        assertThat(told).containsAll(rulesOfFiles());
    }

    /** Rules that need another kind of file, or another extension, have tests of their own. */
    private static List<String> rulesOfFiles() {
        Set<Rule> elsewhere = Set.of(
                Rule.CONFIG_NO_FILE,
                Rule.CONFIG_TOO_LARGE,
                Rule.CONFIG_RESERVED_SETTING,
                Rule.CONFIG_SETTING_CLASH,
                Rule.CONFIG_SETTING_TYPE,
                Rule.CONFIG_STEP_TYPE);
        return Stream.of(Rule.values())
                .filter(rule -> !elsewhere.contains(rule))
                .map(Rule::name)
                .toList();
    }
}
