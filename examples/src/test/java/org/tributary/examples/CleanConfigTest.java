package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.steps.StepsExtension;
import org.tributary.steps.clean.Case;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.CleanOperation;
import org.tributary.steps.clean.Clip;
import org.tributary.steps.clean.Compute;
import org.tributary.steps.clean.Compute.Operator;
import org.tributary.steps.clean.DateParts;
import org.tributary.steps.clean.DateParts.Part;
import org.tributary.steps.clean.Drop;
import org.tributary.steps.clean.DropMissing;
import org.tributary.steps.clean.Duplicates;
import org.tributary.steps.clean.Log;
import org.tributary.steps.clean.MissingTokens;
import org.tributary.steps.clean.Outliers;
import org.tributary.steps.clean.ParseTime;
import org.tributary.steps.clean.Range;
import org.tributary.steps.clean.Range.Outside;
import org.tributary.steps.clean.Rename;
import org.tributary.steps.clean.ReplaceText;
import org.tributary.steps.clean.Select;
import org.tributary.steps.clean.Trim;
import org.tributary.steps.clean.Types;
import org.tributary.table.ColumnType;

/** Each clean operation as {@code config.yml} says it, with its defaults and with all its keys. */
final class CleanConfigTest {

    private static final Map<String, CleanOperation> WRITTEN = written();

    @TempDir
    private Path folder;

    private static Map<String, CleanOperation> written() {
        Map<String, CleanOperation> written = new LinkedHashMap<>();
        written.put("trim", Trim.defaults());
        written.put("missing-tokens: {tokens: [\"?\", -999]}", MissingTokens.of("?", "-999"));
        written.put(
                "types: {types: {a: whole, b: time}}", Types.of(Map.of("a", ColumnType.WHOLE, "b", ColumnType.TIME)));
        written.put("rename: {names: {a: b}}", Rename.column("a", "b"));
        written.put("drop: {columns: [a, b]}", Drop.columns("a", "b"));
        written.put("select: {columns: [a, b]}", Select.columns("a", "b"));
        written.put("duplicates", Duplicates.defaults());
        written.put("duplicates: {by: [a]}", Duplicates.by("a"));
        written.put("drop-missing", DropMissing.defaults());
        written.put("drop-missing: {columns: [a]}", DropMissing.in("a"));
        written.put("replace-text: {column: a, pattern: \"x+\", replacement: \"\"}", ReplaceText.of("a", "x+", ""));
        written.put("case: {to: lower}", Case.lower());
        written.put("case: {to: upper, columns: [a]}", Case.upper().in("a"));
        written.put("clip: {column: a}", Clip.of("a"));
        written.put("clip: {column: a, max: 1.5}", Clip.of("a").withMax(1.5));
        written.put("clip: {column: a, min: -.inf, max: .inf}", Clip.of("a"));
        written.put("range: {column: a, min: 1}", Range.of("a").withMin(1));
        written.put(
                "range: {column: a, min: 1, max: 2, outside: missing}",
                Range.of("a", 1, 2).withOutside(Outside.MISSING));
        written.put(
                "date-parts: {column: a, parts: [day-of-year, weekend]}",
                DateParts.of("a", Part.DAY_OF_YEAR, Part.WEEKEND));
        written.put("parse-time: {column: a, pattern: d.M.yyyy}", ParseTime.of("a", "d.M.yyyy"));
        written.put(
                "compute: {column: c, left: a, operator: divide, right: 1000}",
                Compute.of("c", "a", Operator.DIVIDE, "1000"));
        written.put("log: {column: a}", Log.of("a"));
        written.put("outliers: {column: a}", Outliers.of("a"));
        written.put("outliers: {column: a, k: 3}", Outliers.of("a").withK(3));
        return written;
    }

    @Test
    void operations_allRegistered_areWrittenHere() {
        Set<String> ids = WRITTEN.keySet().stream()
                .map(text -> text.replaceFirst(":.*", ""))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(ids)
                .isEqualTo(new StepsExtension()
                        .variants()
                        .get(CleanOperation.class)
                        .keySet());
    }

    @Test
    void operations_inOneList_areWhatJavaSays() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "a\n1\n", StandardCharsets.UTF_8);
        StringBuilder config = new StringBuilder("name: clean\nsteps:\n  ingest: {use: csv, path: " + csv + "}\n")
                .append("  clean:\n    operations:\n");
        WRITTEN.keySet().forEach(text -> config.append("      - ").append(text).append('\n'));
        assertThat(WrittenConfig.step(folder, "clean", config.toString()))
                .isEqualTo(Clean.of(List.copyOf(WRITTEN.values())));
    }
}
