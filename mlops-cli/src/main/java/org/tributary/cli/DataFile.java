package org.tributary.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Source;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.ingest.JsonLinesIngest;
import org.tributary.table.Table;

/**
 * A file with a table, of the kind that its ending says.
 *
 * @param name the file's name without that ending
 * @param source reads it
 */
record DataFile(String name, Source<Table> source) {

    private static final List<String> PACKED = List.of(".gz", ".zip");
    private static final Map<String, Function<Path, Source<Table>>> KINDS = kinds();

    private static Map<String, Function<Path, Source<Table>>> kinds() {
        Map<String, Function<Path, Source<Table>>> kinds = new LinkedHashMap<>();
        kinds.put(".csv", CsvIngest::of);
        kinds.put(".tsv", file -> CsvIngest.of(file).withDelimiter("\t"));
        kinds.put(".jsonl", JsonLinesIngest::of);
        kinds.put(".ndjson", JsonLinesIngest::of);
        return kinds;
    }

    /**
     * The file with the reader for its kind; nothing is opened.
     *
     * @throws PipelineException its ending stands for no kind
     */
    static DataFile of(Path file) {
        String name = unpacked(String.valueOf(file.getFileName()));
        for (String ending : KINDS.keySet()) {
            if (endsWith(name, ending)) {
                return new DataFile(without(name, ending), KINDS.get(ending).apply(file));
            }
        }
        throw new PipelineException("[CLI_DATA_ENDING] no kind of data ends as \"" + file + "\" does: the endings are "
                + String.join(", ", KINDS.keySet()) + ", also with .gz or .zip after them. Give the file one of them.");
    }

    private static String unpacked(String name) {
        return PACKED.stream()
                .filter(ending -> endsWith(name, ending))
                .map(ending -> without(name, ending))
                .findFirst()
                .orElse(name);
    }

    private static boolean endsWith(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static String without(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }
}
