package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tributary.table.ColumnType;

/** Reads all columns, with declared types or types that seem right. */
record FirstPass(Path path, MissingTokens missing, Map<String, ColumnType> types) implements Pass {

    @Override
    public List<CsvColumn> columns(List<String> names) {
        for (String declared : types.keySet()) {
            if (!names.contains(declared)) {
                throw CsvFaults.unknownColumn(path, declared, names);
            }
        }
        return names.stream().map(this::column).toList();
    }

    private CsvColumn column(String name) {
        ColumnType type = types.get(name);
        return type == null ? new InferredColumn(path, name, missing) : new DeclaredColumn(path, name, type, missing);
    }
}
