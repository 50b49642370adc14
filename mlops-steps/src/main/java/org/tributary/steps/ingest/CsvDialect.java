package org.tributary.steps.ingest;

/**
 * How a file writes rows, cells and numbers, all in ASCII.
 *
 * @param delimiter between cells
 * @param quote around cells that hold delimiters, quotes or line breaks; negative for none
 * @param decimal between whole part and fraction of a number
 * @param thousands between groups of three digits; negative for none
 * @param missing what stands for no value
 */
record CsvDialect(char delimiter, int quote, char decimal, int thousands, MissingTokens missing) {
    private static final String NUMERIC = "0123456789+-.";

    static CsvDialect of(CsvIngest settings) {
        return new CsvDialect(
                settings.delimiter().charAt(0),
                first(settings.quote()),
                settings.decimal().charAt(0),
                first(settings.thousands()),
                new MissingTokens(settings.missing()));
    }

    private static int first(String text) {
        return text.isEmpty() ? -1 : text.charAt(0);
    }

    /** Whether a cell that is a plain number or text is that whatever else is set. */
    boolean hasPlainCells() {
        return NUMERIC.indexOf(delimiter) < 0 && NUMERIC.indexOf(quote) < 0 && !missing.anyBeginsWith(NUMERIC);
    }

    /** Whether numbers are written as {@link org.tributary.table.ColumnParser} reads them. */
    boolean hasUsualNumbers() {
        return decimal == '.' && thousands < 0;
    }
}
