package org.tributary.steps.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tributary.table.TimeColumn;

/** Dates, and dates with a time, as ISO 8601 writes them; a space may stand for the T. */
final class TimeValues implements Values {
    private static final int DATE = "2007-11-11".length();
    private static final int SHORTEST = "2007-11-11T00:00".length();
    private static final int LONGEST = "2007-11-11T00:00:00.000000000+00:00:00".length();
    private final TimeColumn.Builder builder;

    TimeValues(String name) {
        this.builder = TimeColumn.builder(name);
    }

    @Override
    public boolean add(Cell cell) {
        if (!mayBeTime(cell)) {
            return false;
        }
        try {
            builder.add(parse(cell.stripped()));
            return true;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private static boolean mayBeTime(Cell cell) {
        int length = cell.to() - cell.from();
        boolean fits = length == DATE || (length >= SHORTEST && length <= LONGEST);
        char[] characters = cell.characters();
        return fits && characters[cell.from() + 4] == '-' && characters[cell.from() + 7] == '-';
    }

    private static LocalDateTime parse(String text) {
        if (text.length() == DATE) {
            return LocalDate.parse(text).atStartOfDay();
        }
        String iso = text.charAt(DATE) == ' ' ? text.substring(0, DATE) + "T" + text.substring(DATE + 1) : text;
        return hasOffset(iso)
                ? OffsetDateTime.parse(iso)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(iso);
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+') > DATE || iso.lastIndexOf('-') > DATE;
    }

    @Override
    public void addMissing() {
        builder.addMissing();
    }

    @Override
    public TimeColumn build() {
        return builder.build();
    }
}
