package org.tributary.table;

import java.util.List;
import java.util.concurrent.Executor;

/**
 * What the rows of a table hold, column by column: a plain record that is logged, stored with models and compared.
 *
 * <p>Equal tables have equal profiles, whatever views hold them and however many threads looked at them.
 *
 * @param rows how many rows there were
 * @param columns in the order of the table
 */
public record TableProfile(long rows, List<ColumnProfile> columns) {

    /** Copies the list. */
    public TableProfile {
        columns = List.copyOf(columns);
    }

    /** Looks at all rows of a table, one column after the other, in the calling thread. */
    public static TableProfile of(Table table) {
        List<ColumnProfile> columns =
                table.columns().stream().map(TableProfile::column).toList();
        return new TableProfile(table.rowCount(), columns);
    }

    /**
     * Looks at all rows of a table, several columns at once; the result is that of {@link #of(Table)}.
     *
     * <p>The calling thread works, too: with an executor of one thread two columns are looked at at once, and if the executor
     * is busy or refuses work, the caller does all of it. So the executor may be the one in which the caller itself runs. A
     * thread takes up to 1 MB besides the table, and up to as much as a copy of the column if its numbers are very uneven. When
     * this method returns or throws, no new column is begun.
     *
     * @param executor runs some of the columns
     * @throws InterruptedException the calling thread was interrupted before the last column was begun, or while it waited for
     *     other threads
     */
    public static TableProfile of(Table table, Executor executor) throws InterruptedException {
        return new TableProfile(
                table.rowCount(),
                SharedWork.of(table.columns(), TableProfile::column).run(executor));
    }

    private static ColumnProfile column(Column column) {
        return column.fold(Profiling.COLUMN);
    }

    /** As JSON in UTF-8, with the fields in a fixed order: equal profiles give equal bytes. */
    public byte[] toJson() {
        return ProfileWriter.write(this);
    }

    /**
     * As an HTML page of one file with a card for each column: its figures, and a histogram or the most frequent values as bars.
     * It needs no network and runs no script, and texts from the data are escaped. To be written in UTF-8; equal profiles give
     * equal pages, and the first two lines of all pages are the same.
     *
     * @param title what was looked at, such as the name of the file
     */
    public String toHtml(String title) {
        return ProfilePage.of(this, title);
    }

    /**
     * Reads what {@link #toJson} wrote, of this version or of one that had no quantiles and histograms, which are then empty.
     *
     * @throws IllegalArgumentException it is something else
     */
    public static TableProfile fromJson(byte[] json) {
        return ProfileJson.read(json);
    }
}
