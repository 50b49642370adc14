package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tributary.table.ColumnType;

/** Reads as text what was misread. */
record SecondPass(Path path, MissingTokens missing, List<CsvColumn> first) implements Pass {

    @Override
    public List<CsvColumn> columns(List<String> names) {
        if (!names.equals(first.stream().map(CsvColumn::name).toList())) {
            throw CsvFaults.changed(path);
        }
        List<CsvColumn> columns = new ArrayList<>();
        for (CsvColumn column : first) {
            columns.add(
                    column.isMisread()
                            ? new DeclaredColumn(path, column.name(), ColumnType.TEXT, missing)
                            : new IgnoredColumn(column.name()));
        }
        return columns;
    }
}
