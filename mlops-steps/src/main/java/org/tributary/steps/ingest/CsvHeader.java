package org.tributary.steps.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the columns: given, or in the first line of each file, where they must be the same. */
final class CsvHeader {
    private static final int MOST_COLUMNS = 200_000;
    /** The bytes end within the header. */
    private static final int CUT = -1;

    private final CsvDialect dialect;
    private final boolean inFiles;
    private List<String> names;
    private Path first = Path.of("");

    /** @param given the names of the columns of files without a header; empty if the files have one */
    CsvHeader(CsvDialect dialect, List<String> given) {
        this.dialect = dialect;
        this.inFiles = given.isEmpty();
        this.names = given;
    }

    List<String> names() {
        return names;
    }

    /** Reads the header of a file from its first bytes; gives where it ends, or a negative number if the bytes end in it. */
    int read(Path path, CsvBlock block) {
        if (!inFiles) {
            return 0;
        }
        int start = afterEmptyLines(block);
        if (start == block.length()) {
            if (block.last()) {
                throw CsvFaults.empty(path);
            }
            return CUT;
        }
        List<String> found = new ArrayList<>();
        int end = readNames(block, start, found);
        if (end == CUT) {
            return CUT;
        }
        accept(path, List.copyOf(found), block.place() + start);
        return end;
    }

    private static int afterEmptyLines(CsvBlock block) {
        int at = 0;
        while (at < block.length() && (block.bytes()[at] == '\n' || block.bytes()[at] == '\r')) {
            at++;
        }
        return at;
    }

    private int readNames(CsvBlock block, int start, List<String> found) {
        CsvCells cells = new CsvCells(dialect, block, List.of());
        int at = start;
        while (true) {
            int end = cells.read(at, found.size());
            if (end == CsvCells.CUT) {
                return CUT;
            }
            if (found.size() == MOST_COLUMNS) {
                throw new CsvMistake(block.place() + start, place -> CsvFaults.tooManyColumns(place, MOST_COLUMNS));
            }
            found.add(cells.cell().stripped());
            if (block.bytes()[end] != dialect.delimiter()) {
                return end;
            }
            at = end + 1;
        }
    }

    private void accept(Path path, List<String> found, long place) {
        checkUnique(found, place);
        if (names.isEmpty()) {
            names = found;
            first = path;
        } else if (!names.equals(found)) {
            throw CsvFaults.otherHeader(path, first, names, found);
        }
    }

    private static void checkUnique(List<String> found, long place) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            Integer before = positions.put(found.get(i), i + 1);
            if (before != null) {
                String name = found.get(i);
                int second = i + 1;
                throw new CsvMistake(place, at -> CsvFaults.duplicateName(at, name, before, second));
            }
        }
    }
}
