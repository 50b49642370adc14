package org.tributary.steps.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the header and then row after row from the CSV parser, straight into columns. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final int MOST_COLUMNS = 200_000;
    private final Path path;
    private final Pass pass;
    private final List<String> names = new ArrayList<>();
    private final Cell cell = new Cell();
    private CsvColumn[] columns = {};
    private boolean headerRead;
    private long line;
    private long lineBreaks;
    private int count;

    CsvRows(Path path, Pass pass) {
        this.path = path;
        this.pass = pass;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        lineBreaks = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        cell.set(buffer, offset, length, line);
        if (!headerRead) {
            addName();
        } else if (index < columns.length) {
            columns[index].add(cell);
        }
        lineBreaks += quoted ? lineBreaks(buffer, offset, offset + length) : 0;
    }

    private void addName() {
        if (names.size() == MOST_COLUMNS) {
            throw CsvFaults.tooManyColumns(path, line, MOST_COLUMNS);
        }
        names.add(cell.stripped());
    }

    private static int lineBreaks(char[] buffer, int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            boolean afterReturn = i > from && buffer[i - 1] == '\r';
            breaks += buffer[i] == '\r' || (buffer[i] == '\n' && !afterReturn) ? 1 : 0;
        }
        return breaks;
    }

    @Override
    protected Boolean buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return Boolean.FALSE;
        }
        if (!headerRead) {
            checkNames();
            columns = pass.columns(names).toArray(CsvColumn[]::new);
            headerRead = true;
        } else if (getFieldCount() != columns.length) {
            throw CsvFaults.fields(path, line, columns.length, getFieldCount());
        } else {
            count++;
        }
        return Boolean.TRUE;
    }

    private void checkNames() {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer before = positions.put(names.get(i), i + 1);
            if (before != null) {
                throw CsvFaults.duplicateName(path, line, names.get(i), before, i + 1);
            }
        }
    }

    boolean headerRead() {
        return headerRead;
    }

    /** How many rows there are below the header. */
    int count() {
        return count;
    }

    List<CsvColumn> columns() {
        return List.of(columns);
    }

    /** Puts what this pass read in the place of what the pass before misread. */
    void takeInto(List<CsvColumn> before) {
        for (int i = 0; i < columns.length; i++) {
            if (before.get(i).isMisread()) {
                before.set(i, columns[i]);
            }
        }
    }

    /** The line in which the field that is being read begins. */
    long fieldLine() {
        return line + lineBreaks;
    }

    /** How to name the column that is being read. */
    String fieldName() {
        int index = getFieldCount();
        return headerRead && index < names.size() ? "column \"" + names.get(index) + "\"" : "field " + (index + 1);
    }
}
